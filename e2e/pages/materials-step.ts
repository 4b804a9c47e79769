import type { Locator } from 'playwright';
import type { Interactions } from './interactions.ts';

export class MaterialsStep {
  readonly #hand: Interactions;

  constructor(hand: Interactions) {
    this.#hand = hand;
  }

  get section(): Locator {
    return this.#hand.page.getByRole('region', { name: '材料', exact: true });
  }

  get list(): Locator {
    return this.#hand.page.getByRole('navigation', { name: '材料清单' });
  }

  /** One line of the list; it says 缺, or how many pages there are. */
  row(name: string): Locator {
    return this.list.getByRole('button', { name });
  }

  /** The names of what is still missing, in order. */
  async missing(): Promise<string[]> {
    // A list that is not drawn yet has nothing missing either.
    await this.list.getByRole('button').first().waitFor();
    const lines = await this.list.getByRole('button').allInnerTexts();
    return lines.flatMap((line) => {
      const [name, state] = line.split('\n').filter((part) => part.trim() !== '');
      return name && state === '缺' ? [name] : [];
    });
  }

  pane(name: string): Locator {
    return this.section.getByRole('region', { name, exact: true });
  }

  async openRow(name: string): Promise<void> {
    if ((await this.row(name).getAttribute('aria-current')) !== 'true')
      await this.#hand.click(this.row(name));
    await this.pane(name).waitFor();
  }

  get dialog(): Locator {
    return this.#hand.page.getByRole('dialog');
  }

  /** What is wrong with the page just looked at. */
  get warnings(): Locator {
    return this.dialog.getByRole('alert', { name: '这一页的提醒' });
  }

  async openCamera(name: string): Promise<void> {
    await this.#hand.click(this.pane(name).getByRole('button', { name: /^拍照/ }));
  }

  /** Takes one page once the paper's edge is found, accepts it, and leaves; the slot then holds `pagesThen`. */
  async photograph(name: string, pagesThen = 1): Promise<void> {
    await this.openCamera(name);
    await this.dialog.getByText('找到纸边，可以拍了').waitFor();
    await this.#hand.click(this.dialog.getByRole('button', { name: /^拍下/ }));
    await this.#hand.click(this.dialog.getByRole('button', { name: /^(使用这一页|仍然使用)$/ }));
    await this.#hand.click(this.dialog.getByRole('button', { name: '拍完了（1 页）' }));
    await this.pages(name)
      .nth(pagesThen - 1)
      .waitFor();
  }

  /** Everything in the feeder, with the only scanner there is. */
  async scan(name: string): Promise<void> {
    await this.#hand.click(this.pane(name).getByRole('button', { name: '扫描' }));
  }

  async chooseFile(name: string, file: string): Promise<void> {
    await this.#hand.chooseFiles(this.pane(name).getByRole('button', { name: '选文件' }), file);
  }

  async useFile(): Promise<void> {
    await this.#hand.click(this.dialog.getByRole('button', { name: /^(使用这一页|仍然使用)$/ }));
  }

  pages(name: string): Locator {
    return this.pane(name).getByRole('list', { name: '已有的页' }).getByRole('button');
  }
}
