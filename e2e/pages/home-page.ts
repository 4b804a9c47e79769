import type { Locator, Page } from 'playwright';
import type { Interactions } from './interactions.ts';

/** Where the day starts: what was begun, what is due. */
export class HomePage {
  readonly #page: Page;
  readonly #hand: Interactions;

  constructor(hand: Interactions) {
    this.#hand = hand;
    this.#page = hand.page;
  }

  get drafts(): Locator {
    return this.#page.getByRole('region', { name: '我的草稿' });
  }

  get kindDialog(): Locator {
    return this.#page.getByRole('dialog', { name: '申请哪一种救助' });
  }

  /** `kind` as the choice is named: 低保, 临时救助. */
  async startApplication(kind = '低保'): Promise<void> {
    await this.#hand.click(this.#page.getByRole('button', { name: '新建申请' }));
    await this.#hand.click(this.kindDialog.getByRole('button', { name: new RegExp(`^${kind} `) }));
    await this.#page.getByRole('navigation', { name: '申请步骤' }).waitFor();
  }

  async openDraft(name: string): Promise<void> {
    await this.#hand.click(this.drafts.getByRole('link', { name }));
    await this.#page.getByRole('navigation', { name: '申请步骤' }).waitFor();
  }
}
