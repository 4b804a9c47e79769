import type { Locator } from 'playwright';
import { textField } from './fields.ts';
import type { Interactions } from './interactions.ts';

/** Every case of the area, due first. */
export class QueuePage {
  readonly #hand: Interactions;

  constructor(hand: Interactions) {
    this.#hand = hand;
  }

  get grid(): Locator {
    return this.#hand.page.getByRole('grid', { name: '办件清单' });
  }

  row(caseCode: string): Locator {
    return this.grid.getByRole('row').filter({ hasText: caseCode });
  }

  async search(text: string): Promise<void> {
    await this.#hand.fill(textField(this.#hand.page, '查找（姓名、证件号、编号）'), text);
  }

  async open(caseCode: string): Promise<void> {
    await this.#hand.click(this.row(caseCode));
    await this.grid.waitFor({ state: 'detached' });
  }
}
