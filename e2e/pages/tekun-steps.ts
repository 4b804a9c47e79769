import type { Locator } from 'playwright';
import { radio } from './fields.ts';
import type { Interactions } from './interactions.ts';

export class SupportersStep {
  readonly #hand: Interactions;

  constructor(hand: Interactions) {
    this.#hand = hand;
  }

  get section(): Locator {
    return this.#hand.page.getByRole('region', { name: '赡养抚养人', exact: true });
  }

  async none(): Promise<void> {
    await this.#hand.check(radio(this.section, '有没有这样的人', '没有'));
  }
}

export class SelfCareStep {
  readonly #hand: Interactions;

  constructor(hand: Interactions) {
    this.#hand = hand;
  }

  get section(): Locator {
    return this.#hand.page.getByRole('region', { name: '生活自理', exact: true });
  }

  get level(): Locator {
    return this.section.getByRole('status');
  }

  /** What cannot be done alone, by its question; the rest by one button. */
  async unable(questions: readonly string[]): Promise<void> {
    for (const question of questions) await this.#hand.check(radio(this.section, question, '不能'));
    await this.#hand.click(this.section.getByRole('button', { name: /^其余都能做/ }));
  }
}
