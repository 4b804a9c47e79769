import type { Locator } from 'playwright';
import { radio } from './fields.ts';
import type { Interactions } from './interactions.ts';
import { PersonFields } from './person-fields.ts';

export class MembersStep {
  readonly #hand: Interactions;

  constructor(hand: Interactions) {
    this.#hand = hand;
  }

  get section(): Locator {
    return this.#hand.page.getByRole('region', { name: '家庭成员', exact: true });
  }

  async livesAlone(): Promise<void> {
    await this.#hand.check(radio(this.section, '申请人和谁一起生活', '一个人住'));
  }

  /** Opens an empty card: the first by the answer, the others by the button. */
  async add(first: boolean): Promise<PersonFields> {
    if (first) await this.#hand.check(radio(this.section, '申请人和谁一起生活', '和家人一起住'));
    else await this.#hand.click(this.section.getByRole('button', { name: '再加一位家人' }));
    // The card is named after its person, so while the name is typed it is found by being the open one.
    const card = this.section.getByRole('region').filter({ has: this.#hand.page.getByRole('textbox') });
    await card.waitFor();
    return new PersonFields(this.#hand, card);
  }

  /** The card of somebody already named, opened when it is shut. */
  async openCard(name: string): Promise<PersonFields> {
    const card = this.section.getByRole('region', { name: `家庭成员：${name}` });
    const open = card.getByRole('button', { name: `修改${name}` });
    if (await open.isVisible()) await this.#hand.click(open);
    return new PersonFields(this.#hand, card);
  }
}
