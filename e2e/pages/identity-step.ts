import type { Locator } from 'playwright';
import type { Interactions } from './interactions.ts';
import { PersonFields } from './person-fields.ts';

export class IdentityStep {
  readonly #hand: Interactions;
  readonly person: PersonFields;

  constructor(hand: Interactions) {
    this.#hand = hand;
    this.person = new PersonFields(hand, this.section);
  }

  get section(): Locator {
    return this.#hand.page.getByRole('region', { name: '身份', exact: true });
  }

  get cardPhoto(): Locator {
    return this.#hand.page.getByRole('img', { name: '身份证芯片里的照片' });
  }

  /** Reads the card and waits for its number in the form. */
  async readCard(): Promise<void> {
    await this.#hand.click(this.section.getByRole('button', { name: /^读身份证/ }));
  }

  async pickVillage(name: string): Promise<void> {
    await this.person.pick('村（社区）', name);
  }
}
