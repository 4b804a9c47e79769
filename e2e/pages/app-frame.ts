import type { Locator, Page } from 'playwright';
import type { Interactions } from './interactions.ts';

/** The top bar: where to go, whether everything has reached the district, who is logged in. */
export class AppFrame {
  readonly #page: Page;
  readonly #hand: Interactions;

  constructor(hand: Interactions) {
    this.#hand = hand;
    this.#page = hand.page;
  }

  get menu(): Locator {
    return this.#page.getByRole('navigation', { name: '主菜单' });
  }

  /** Its name says the state: 上传情况：已全部上传. */
  syncLight(words?: string): Locator {
    return this.#page.getByRole('link', { name: words ? `上传情况：${words}` : /^上传情况：/ });
  }

  async go(place: '首页' | '办件' | '预警' | '诉求' | '进度查询' | '指南' | '监督'): Promise<void> {
    await this.#hand.click(this.menu.getByRole('link', { name: place }));
  }

  async openOutbox(): Promise<void> {
    await this.#hand.click(this.syncLight());
  }

  /** Settings of the station, from the account's menu. */
  async openCalendar(): Promise<void> {
    await this.#hand.click(this.#page.getByRole('button', { name: /^账号：/ }));
    await this.#hand.click(this.#page.getByRole('link', { name: '工作日历' }));
  }

  async logOut(): Promise<void> {
    await this.#hand.click(this.#page.getByRole('button', { name: /^账号：/ }));
    await this.#hand.click(this.#page.getByRole('button', { name: '退出登录' }));
    await this.#page.getByRole('form', { name: '登录' }).waitFor();
  }
}
