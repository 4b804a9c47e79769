import type { Locator } from 'playwright';
import { radio, textField } from './fields.ts';
import type { Interactions } from './interactions.ts';

export interface TypedEmergency {
  /** As the question names it: 火灾. */
  kind: string;
  day: string;
  place: string;
  what: string;
  yuan: string;
  urgent: boolean;
}

export class EmergencyStep {
  readonly #hand: Interactions;

  constructor(hand: Interactions) {
    this.#hand = hand;
  }

  get section(): Locator {
    return this.#hand.page.getByRole('region', { name: '遇到的困难', exact: true });
  }

  get result(): Locator {
    return this.section.getByRole('region', { name: '临时救助怎么算' });
  }

  async tell({ kind, day, place, what, yuan, urgent }: TypedEmergency): Promise<void> {
    await this.#hand.check(radio(this.section, '遇到了什么困难', kind));
    await this.#hand.fill(textField(this.section, '哪天发生的'), day);
    await this.#hand.fill(textField(this.section, '在哪里发生的'), place);
    await this.#hand.fill(textField(this.section, '需要多少钱'), yuan);
    await this.#hand.fill(textField(this.section, '经过和现在的难处'), what);
    await this.#hand.check(radio(this.section, '急不急', urgent ? '很急，等不了' : '可以等办理'));
  }
}
