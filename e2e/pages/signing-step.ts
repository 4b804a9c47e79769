import type { Locator } from 'playwright';
import type { DrawnLine, Interactions } from './interactions.ts';

/** One stroke that crosses the pad like a hurried signature. */
const scrawl: DrawnLine = [
  [0.2, 0.6],
  [0.3, 0.3],
  [0.4, 0.7],
  [0.5, 0.3],
  [0.6, 0.65],
  [0.8, 0.45],
];

export class SigningStep {
  readonly #hand: Interactions;

  constructor(hand: Interactions) {
    this.#hand = hand;
  }

  get section(): Locator {
    return this.#hand.page.getByRole('region', { name: '授权签字', exact: true });
  }

  /** A member's line: 已签, 待签, 监护人…已代签. */
  line(name: string): Locator {
    return this.section.getByRole('listitem', { name: new RegExp(`^${name}，`) });
  }

  get dialog(): Locator {
    return this.#hand.page.getByRole('dialog');
  }

  async openPad(name: string): Promise<void> {
    const sign = new RegExp(`^${name}(由监护人|重新)?签字$`);
    await this.#hand.click(this.line(name).getByRole('button', { name: sign }));
    await this.dialog.waitFor();
  }

  async confirm(): Promise<void> {
    await this.#hand.click(this.dialog.getByRole('button', { name: '确认签字' }));
  }

  /** The text stands whole beside the pad; `guardian` signs when the member cannot. */
  async sign(name: string, guardian: string | null = null): Promise<void> {
    await this.openPad(name);
    if (guardian) {
      const choice = this.dialog.getByRole('radio', { name: guardian, exact: true });
      if (!(await choice.isChecked())) await this.#hand.check(choice);
    }
    await this.#hand.draw(this.dialog.getByRole('img', { name: /的签字板/ }), scrawl);
    await this.confirm();
    await this.dialog.waitFor({ state: 'detached' });
    await this.section
      .getByRole('listitem', { name: new RegExp(`^${name}，(已签|监护人.*已代签)`) })
      .waitFor();
  }
}
