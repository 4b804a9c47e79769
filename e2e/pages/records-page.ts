import type { Locator } from 'playwright';
import { radio, textField } from './fields.ts';
import type { Interactions } from './interactions.ts';

/** The lists of alerts and tickets, the page of one, and the forms of what can be done with it. */
export class RecordsPage {
  readonly #hand: Interactions;

  constructor(hand: Interactions) {
    this.#hand = hand;
  }

  list(name: '预警清单' | '诉求清单'): Locator {
    return this.#hand.page.getByRole('table', { name });
  }

  line(list: '预警清单' | '诉求清单', text: string): Locator {
    return this.list(list).getByRole('row').filter({ hasText: text });
  }

  async open(list: '预警清单' | '诉求清单', text: string): Promise<void> {
    await this.#hand.click(this.line(list, text));
    await this.list(list).waitFor({ state: 'detached' });
  }

  form(title: string): Locator {
    return this.#hand.page.getByRole('dialog', { name: title });
  }

  /** The button beside the title, or one of what may be done now. */
  async press(name: string): Promise<void> {
    await this.#hand.click(this.#hand.page.getByRole('button', { name, exact: true }));
  }

  async write(title: string, fields: Record<string, string>): Promise<void> {
    for (const [label, text] of Object.entries(fields))
      await this.#hand.fill(textField(this.form(title), label), text);
  }

  /** Searches a list and takes the first entry that has these words. */
  async choose(title: string, label: string, words: string): Promise<void> {
    await this.#hand.fill(this.form(title).getByRole('combobox', { name: label, exact: true }), words);
    await this.#hand.click(this.#hand.page.getByRole('option').filter({ hasText: words }).first());
  }

  async tick(title: string, question: string, answer: string): Promise<void> {
    await this.#hand.check(radio(this.form(title), question, answer));
  }

  async confirm(title: string, label: string): Promise<void> {
    await this.#hand.click(this.form(title).getByRole('button', { name: label, exact: true }));
    await this.form(title).waitFor({ state: 'detached' });
  }

  get actions(): Locator {
    return this.#hand.page.getByRole('group', { name: '可以办的事' }).getByRole('button');
  }
}
