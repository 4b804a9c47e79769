import type { Locator } from 'playwright';
import { pick, radio, textField } from './fields.ts';
import type { Interactions } from './interactions.ts';

const question = '家里有没有近亲属是公职人员、低保经办人员或村（居）委会成员';

export interface TypedRelative {
  /** Name of the member whose relative it is; left out: the applicant. */
  of?: string | undefined;
  name: string;
  /** As the list says it: 国家公职人员. */
  role: string;
  relation: string;
}

export class KinshipStep {
  readonly #hand: Interactions;

  constructor(hand: Interactions) {
    this.#hand = hand;
  }

  get section(): Locator {
    return this.#hand.page.getByRole('region', { name: '亲属申报', exact: true });
  }

  async none(): Promise<void> {
    await this.#hand.check(radio(this.section, question, '没有'));
  }

  async declare(relatives: readonly TypedRelative[]): Promise<void> {
    for (const [index, relative] of relatives.entries()) {
      if (index === 0) await this.#hand.check(radio(this.section, question, '有'));
      else await this.#hand.click(this.section.getByRole('button', { name: '再加一位亲属' }));
      const card = this.section.getByRole('region').nth(index);
      if (relative.of) await pick(this.#hand, card, '是谁的亲属', relative.of);
      await this.#hand.fill(textField(card, '亲属姓名'), relative.name);
      await pick(this.#hand, card, '亲属身份', relative.role);
      await this.#hand.fill(textField(card, '什么关系'), relative.relation);
    }
  }
}
