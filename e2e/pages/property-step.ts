import type { Locator } from 'playwright';
import { pickIn, radio, textField } from './fields.ts';
import type { Interactions } from './interactions.ts';

export interface TypedProperty {
  of?: string | undefined;
  description: string;
  yuan: string;
}

export class PropertyStep {
  readonly #hand: Interactions;

  constructor(hand: Interactions) {
    this.#hand = hand;
  }

  get section(): Locator {
    return this.#hand.page.getByRole('region', { name: '财产', exact: true });
  }

  /** Says "none" for every kind not answered yet. */
  async noneElse(): Promise<void> {
    await this.#hand.click(this.section.getByRole('button', { name: /^都没有/ }));
  }

  /** `kind` as the question is named: 房屋. */
  async declare(kind: string, items: readonly TypedProperty[]): Promise<void> {
    const row = this.section.getByRole('region', { name: kind, exact: true });
    for (const [index, item] of items.entries()) {
      if (index === 0) await this.#hand.check(radio(row, kind, `有${kind}`));
      else await this.#hand.click(row.getByRole('button', { name: `再加一项${kind}` }));
      const last = (name: string): Locator => textField(row, name).nth(index);
      const owner = row.getByRole('combobox', { name: '在谁名下' }).nth(index);
      if (item.of) await pickIn(this.#hand, owner, item.of);
      await this.#hand.fill(last('是什么'), item.description);
      await this.#hand.fill(last('大约值多少'), item.yuan);
    }
  }
}
