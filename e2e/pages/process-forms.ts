import type { Locator } from 'playwright';
import { radio, textField } from './fields.ts';
import type { DrawnLine, Interactions } from './interactions.ts';

const scrawl: DrawnLine = [
  [0.2, 0.6],
  [0.3, 0.3],
  [0.4, 0.7],
  [0.5, 0.3],
  [0.6, 0.65],
  [0.8, 0.45],
];

/** What may be done with a case, and the form of each step. */
export class ProcessForms {
  readonly #hand: Interactions;

  constructor(hand: Interactions) {
    this.#hand = hand;
  }

  get panel(): Locator {
    return this.#hand.page.getByRole('region', { name: '办理', exact: true });
  }

  /** The form that is open: its title ends with the deed. */
  form(deed: string): Locator {
    return this.#hand.page.getByRole('dialog', { name: new RegExp(`：${deed}$`) });
  }

  /** What is not the work of this step stands behind 更多. */
  async open(deed: string): Promise<Locator> {
    const button = this.panel.getByRole('button', { name: deed, exact: true });
    const more = this.panel.getByRole('button', { name: /^更多/ });
    await button.or(more).first().waitFor();
    if (!(await button.isVisible())) await this.#hand.click(more);
    await this.#hand.click(button);
    const form = this.form(deed);
    await form.waitFor();
    return form;
  }

  /** What is on record of a part of the procedure. */
  async read(tab: '调查核对' | '初审与公示' | '救助与探访'): Promise<Locator> {
    const { page } = this.#hand;
    await this.#hand.click(page.getByRole('tab', { name: tab, exact: true }));
    return page.getByRole('tabpanel', { name: tab });
  }

  async write(form: Locator, fields: Record<string, string>): Promise<void> {
    for (const [label, text] of Object.entries(fields)) await this.#hand.fill(textField(form, label), text);
  }

  async tick(form: Locator, question: string, answer: string): Promise<void> {
    await this.#hand.check(radio(form, question, answer));
  }

  async addPhoto(form: Locator, label: string, file: string): Promise<void> {
    const group = form.getByRole('group', { name: new RegExp(`^${label}`) });
    await this.#hand.chooseFiles(group.getByRole('button', { name: '选照片' }), file);
    await group.getByRole('button', { name: `去掉${label}第 1 张` }).waitFor();
  }

  /** Signs on the pad; the picture of it then stands beside the name. */
  async sign(form: Locator, name: string): Promise<void> {
    await this.#hand.click(form.getByRole('button', { name: `${name}签字`, exact: true }));
    const pad = this.#hand.page.getByRole('dialog', { name: `请${name}签字` });
    await this.#hand.draw(pad.getByRole('img', { name: /的签字板/ }), scrawl);
    await this.#hand.click(pad.getByRole('button', { name: '确认签字' }));
    await form.getByRole('button', { name: `${name}重新签` }).waitFor();
  }

  async confirm(form: Locator, verb: string): Promise<void> {
    await this.#hand.click(form.getByRole('button', { name: verb, exact: true }));
    await form.waitFor({ state: 'detached' });
  }
}
