import type { Locator } from 'playwright';
import { textField } from './fields.ts';
import type { Interactions } from './interactions.ts';

/** The queues of an area, due first. */
export class QueuePage {
  readonly #hand: Interactions;

  constructor(hand: Interactions) {
    this.#hand = hand;
  }

  get grid(): Locator {
    return this.#hand.page.getByRole('grid', { name: '办件清单' });
  }

  /** A queue by its name; the count stands beside it. */
  queue(name: string): Locator {
    return this.#hand.page
      .getByRole('group', { name: '按队列筛选' })
      .getByRole('button', { name: new RegExp(`^${name} `) });
  }

  async show(name: string): Promise<void> {
    await this.#hand.click(this.queue(name));
  }

  async pickUp(): Promise<void> {
    await this.#hand.click(this.#hand.page.getByRole('button', { name: '收取网上申请' }));
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
