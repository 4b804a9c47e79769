import type { Locator } from 'playwright';
import type { Interactions } from './interactions.ts';

/** Every answer read back, what is missing, and the one button. */
export class ReviewPage {
  readonly #hand: Interactions;

  constructor(hand: Interactions) {
    this.#hand = hand;
  }

  get section(): Locator {
    return this.#hand.page.getByRole('region', { name: '核对并提交' });
  }

  get missing(): Locator {
    const panel = this.section.getByRole('region', { name: '提交', exact: true });
    return panel.getByRole('list', { name: '还差什么' }).getByRole('listitem');
  }

  get submitButton(): Locator {
    return this.section.getByRole('button', { name: /^提交.*申请/ });
  }

  async submit(): Promise<void> {
    await this.#hand.click(this.submitButton);
    await this.section.waitFor({ state: 'detached' });
  }
}
