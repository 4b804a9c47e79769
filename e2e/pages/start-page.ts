import type { Page } from 'playwright';
import { textField } from './fields.ts';
import type { Interactions } from './interactions.ts';

export interface DemoAccount {
  username: string;
  password: string;
}

/** The first run: passphrase of this computer, fictional accounts. */
export class StartPage {
  readonly #page: Page;
  readonly #hand: Interactions;

  constructor(hand: Interactions) {
    this.#hand = hand;
    this.#page = hand.page;
  }

  async createVault(passphrase: string): Promise<void> {
    await this.#hand.fill(textField(this.#page, '口令'), passphrase);
    await this.#hand.fill(textField(this.#page, '再输一次口令'), passphrase);
    await this.#hand.click(this.#page.getByRole('button', { name: '设好口令，打开暖窗' }));
  }

  async unlock(passphrase: string): Promise<void> {
    await this.#hand.fill(textField(this.#page, '口令'), passphrase);
    await this.#hand.click(this.#page.getByRole('button', { name: '打开', exact: true }));
  }

  /** Loads the fictional accounts and reads them off the screen, as a person would. */
  async loadDemo(): Promise<DemoAccount[]> {
    await this.#hand.click(this.#page.getByRole('button', { name: '载入虚构的演示数据' }));
    const rows = this.#page.getByRole('table', { name: '演示账号' }).getByRole('row');
    await rows.nth(1).waitFor();
    const cells = await rows.evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')),
    );
    await this.#hand.click(this.#page.getByRole('button', { name: '抄好了，去登录' }));
    return cells.flatMap(([username, password]) => (username && password ? [{ username, password }] : []));
  }
}
