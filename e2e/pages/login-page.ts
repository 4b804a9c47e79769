import type { Locator, Page } from 'playwright';
import { textField } from './fields.ts';
import type { Interactions } from './interactions.ts';
import type { DemoAccount } from './start-page.ts';

export class LoginPage {
  readonly #page: Page;
  readonly #hand: Interactions;

  constructor(hand: Interactions) {
    this.#hand = hand;
    this.#page = hand.page;
  }

  get form(): Locator {
    return this.#page.getByRole('form', { name: '登录' });
  }

  async logIn({ username, password }: DemoAccount): Promise<void> {
    await this.#hand.fill(textField(this.form, '用户名'), username);
    await this.#hand.fill(textField(this.form, '密码'), password);
    await this.#hand.click(this.form.getByRole('button', { name: '登录' }));
    await this.#page.getByRole('navigation', { name: '主菜单' }).waitFor();
  }
}
