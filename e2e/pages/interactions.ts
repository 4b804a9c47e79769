import type { Locator, Page } from 'playwright';

/** A line as it is drawn: points as shares (0…1) of the pad's width and height. */
export type DrawnLine = readonly (readonly [x: number, y: number])[];

/**
 * The hands at the page. One click, one filled field, one key, one drawn line is one interaction; nothing else of the page
 * objects touches the page, so the count is what a clerk would have to do.
 */
export class Interactions {
  readonly page: Page;
  #count = 0;

  constructor(page: Page) {
    this.page = page;
  }

  get count(): number {
    return this.#count;
  }

  async click(target: Locator): Promise<void> {
    this.#count += 1;
    await target.click();
  }

  async fill(target: Locator, text: string): Promise<void> {
    this.#count += 1;
    await target.fill(text);
  }

  async press(key: string): Promise<void> {
    this.#count += 1;
    await this.page.keyboard.press(key);
  }

  /** A radio button or a tick; the question may be gone once it is answered. */
  async check(target: Locator): Promise<void> {
    this.#count += 1;
    await target.click();
  }

  /** Presses the button and takes files in the system's dialog. */
  async chooseFiles(button: Locator, files: string | string[]): Promise<void> {
    this.#count += 1;
    const dialog = this.page.waitForEvent('filechooser');
    await button.click();
    await (await dialog).setFiles(files);
  }

  async draw(pad: Locator, line: DrawnLine): Promise<void> {
    this.#count += 1;
    const box = await pad.boundingBox();
    const [first, ...rest] = line;
    if (!box || !first) throw new Error('nothing to draw on, or nothing to draw');
    const at = ([x, y]: readonly [number, number]): [number, number] => [
      box.x + x * box.width,
      box.y + y * box.height,
    ];
    const { mouse } = this.page;
    await mouse.move(...at(first));
    await mouse.down();
    for (const point of rest) await mouse.move(...at(point), { steps: 4 });
    await mouse.up();
  }
}
