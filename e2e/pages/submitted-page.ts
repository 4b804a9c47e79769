import type { Download, Locator } from 'playwright';
import type { Interactions } from './interactions.ts';

/** Right after submitting: the code, when the answer comes, the receipt. */
export class SubmittedPage {
  readonly #hand: Interactions;

  constructor(hand: Interactions) {
    this.#hand = hand;
  }

  get section(): Locator {
    return this.#hand.page.getByRole('region', { name: '提交成功' });
  }

  async caseCode(): Promise<string> {
    const code = this.section.getByRole('group', { name: '编号' }).getByText(/^[A-Z]+-\d{3}-/);
    return (await code.innerText()).trim();
  }

  get preview(): Locator {
    return this.section.getByRole('region', { name: '回执' });
  }

  async saveReceipt(): Promise<Download> {
    const saved = this.#hand.page.waitForEvent('download');
    await this.#hand.click(this.section.getByRole('button', { name: '保存回执 PDF' }));
    return saved;
  }

  async openDossier(): Promise<void> {
    await this.#hand.click(this.section.getByRole('link', { name: '看档案' }));
    await this.section.waitFor({ state: 'detached' });
  }
}
