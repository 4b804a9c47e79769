import type { Locator } from 'playwright';
import { textField } from './fields.ts';
import type { Interactions } from './interactions.ts';

/** The resident's own view. */
export class ProgressPage {
  readonly #hand: Interactions;

  constructor(hand: Interactions) {
    this.#hand = hand;
  }

  get form(): Locator {
    return this.#hand.page.getByRole('form', { name: '查办理进度' });
  }

  get view(): Locator {
    return this.#hand.page.getByRole('region', { name: '办理进度' });
  }

  /** The step the application is in. */
  get current(): Locator {
    return this.view.getByRole('listitem').filter({ hasText: '现在在这一步' });
  }

  get askedFor(): Locator {
    return this.view.getByRole('region', { name: '还要交的材料' });
  }

  async ask(caseCode: string, idLast4: string): Promise<void> {
    await this.#hand.fill(textField(this.form, '回执上的编号'), caseCode);
    await this.#hand.fill(textField(this.form, '申请人证件号的后四位'), idLast4);
    await this.#hand.click(this.form.getByRole('button', { name: '查进度' }));
  }

  async find(caseCode: string, idLast4: string): Promise<void> {
    await this.ask(caseCode, idLast4);
    await this.view.waitFor();
  }
}
