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

  async startApplication(): Promise<void> {
    await this.#hand.click(this.#page.getByRole('button', { name: '新建低保申请' }));
    await this.#page.getByRole('navigation', { name: '申请步骤' }).waitFor();
  }

  async openDraft(name: string): Promise<void> {
    await this.#hand.click(this.drafts.getByRole('link', { name }));
    await this.#page.getByRole('navigation', { name: '申请步骤' }).waitFor();
  }
}
