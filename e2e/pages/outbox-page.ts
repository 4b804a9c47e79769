import type { Locator } from 'playwright';
import type { Interactions } from './interactions.ts';

/** What has reached the district, what waits, what needs a person. */
export class OutboxPage {
  readonly #hand: Interactions;

  constructor(hand: Interactions) {
    this.#hand = hand;
  }

  items(group: '需要处理' | '等待上传' | '区里已收到'): Locator {
    return this.#hand.page.getByRole('list', { name: group }).getByRole('listitem');
  }
}
