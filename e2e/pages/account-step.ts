import type { Locator } from 'playwright';
import { textField } from './fields.ts';
import type { Interactions } from './interactions.ts';

export class AccountStep {
  readonly #hand: Interactions;

  constructor(hand: Interactions) {
    this.#hand = hand;
  }

  get section(): Locator {
    return this.#hand.page.getByRole('region', { name: '收款账户', exact: true });
  }

  get number(): Locator {
    return textField(this.section, '账号或卡号');
  }

  /** In the applicant's own name, by the button. */
  async own(bank: string, number: string): Promise<void> {
    await this.#hand.click(this.section.getByRole('button', { name: /^就写申请人/ }));
    await this.#hand.fill(textField(this.section, '开户银行'), bank);
    await this.#hand.fill(this.number, number);
  }
}
