import type { Locator } from 'playwright';
import { radio, textField } from './fields.ts';
import type { Interactions } from './interactions.ts';

export interface TypedAgent {
  kind: 'person' | 'village';
  name: string;
  idNumber: string;
  relation: string;
  phone: string;
}

export class AgentStep {
  readonly #hand: Interactions;

  constructor(hand: Interactions) {
    this.#hand = hand;
  }

  get section(): Locator {
    return this.#hand.page.getByRole('region', { name: '代办人', exact: true });
  }

  async self(): Promise<void> {
    await this.#hand.check(radio(this.section, '是谁来申请', '本人申请'));
  }

  async declare({ kind, name, idNumber, relation, phone }: TypedAgent): Promise<void> {
    const person = kind === 'person';
    await this.#hand.check(radio(this.section, '是谁来申请', person ? '他人代办' : '村（居）代办'));
    await this.#hand.fill(textField(this.section, person ? '代办人姓名' : '村（居）经办人姓名'), name);
    if (person) {
      await this.#hand.fill(textField(this.section, '代办人身份证号'), idNumber);
      await this.#hand.fill(textField(this.section, '和申请人的关系'), relation);
    }
    if (phone) await this.#hand.fill(textField(this.section, '代办人电话'), phone);
  }
}
