import type { Locator } from 'playwright';
import { textField } from './fields.ts';
import type { Interactions } from './interactions.ts';

export type DossierTab =
  | '申请内容'
  | '家庭成员'
  | '收入与财产'
  | '材料'
  | '授权签字'
  | '人脸/人工核验'
  | '重复申请'
  | '补正通知'
  | '调查核对'
  | '初审与公示'
  | '文书'
  | '救助与探访'
  | '过程记录'
  | '回执';

/** One case: 一户一档, and what may be done with it. */
export class CasePage {
  readonly #hand: Interactions;

  constructor(hand: Interactions) {
    this.#hand = hand;
  }

  get banner(): Locator {
    return this.#hand.page.getByRole('region', { name: '正在办理的居民' });
  }

  get clock(): Locator {
    return this.#hand.page.getByRole('region', { name: '办理进度' });
  }

  get panel(): Locator {
    return this.#hand.page.getByRole('tabpanel');
  }

  /** Where it stands, on whose desk, and what may be done. */
  get review(): Locator {
    return this.#hand.page.getByRole('region', { name: '办理', exact: true });
  }

  get provision(): Locator {
    return this.#hand.page.getByRole('region', { name: '补交材料' });
  }

  get dialog(): Locator {
    return this.#hand.page.getByRole('dialog');
  }

  /** A paper that was given out, by its title, in the tab 文书. */
  issued(title: string): Locator {
    return this.panel
      .getByRole('region', { name: '已出具的文书' })
      .getByRole('button', { name: new RegExp(`^打开${title}，文号 `) });
  }

  /** The paper on screen, drawn from its PDF. */
  paper(title: string): Locator {
    return this.panel.getByRole('img', { name: new RegExp(`^${title}，文号 `) });
  }

  /** Two cases of one person, side by side. */
  duplicate(otherCode: string): Locator {
    return this.panel.getByRole('region', { name: `和 ${otherCode} 重复` });
  }

  async openTab(name: DossierTab): Promise<void> {
    await this.#hand.click(this.#hand.page.getByRole('tab', { name, exact: true }));
  }

  /** Thumbnails of the material on record; each says 已校验 once its digest was checked. */
  get pages(): Locator {
    return this.panel.getByRole('button', { name: /^打开.*页$/ });
  }

  /** The marks 已校验 beside the thumbnails: one for each page whose digest was checked. */
  get checkedMarks(): Locator {
    return this.panel.getByText('已校验', { exact: true });
  }

  /** Looks at one page large and goes on to the last, each with its mark. */
  async lookThroughPages(count: number): Promise<void> {
    await this.#hand.click(this.pages.first());
    for (let page = 1; page <= count; page += 1) {
      await this.dialog.getByText(`${String(page)} / `).waitFor();
      await this.dialog.getByText('已校验').waitFor();
      if (page < count) await this.#hand.click(this.dialog.getByRole('button', { name: '下一页' }));
    }
    await this.#hand.click(this.dialog.getByRole('button', { name: '关闭' }));
  }

  async accept(): Promise<void> {
    await this.#hand.click(this.review.getByRole('button', { name: '受理', exact: true }));
    await this.#hand.click(this.dialog.getByRole('button', { name: '确认受理' }));
    await this.dialog.waitFor({ state: 'detached' });
  }

  async openNotice(): Promise<void> {
    await this.#hand.click(this.review.getByRole('button', { name: '一次性告知补正' }));
    await this.dialog.waitFor();
  }

  /** Ticks what is missing, each with a note; sends. `reason` for a second notice. */
  async issueNotice(
    items: readonly { title: string; note: string }[],
    reason: string | null = null,
  ): Promise<void> {
    for (const { title, note } of items) {
      const box = this.dialog.getByRole('checkbox', { name: title });
      await this.#hand.check(box);
      await this.#hand.fill(this.dialog.getByRole('textbox', { name: `${title}缺什么` }), note);
    }
    if (reason) await this.#hand.fill(textField(this.dialog, '为什么要再发一次'), reason);
    await this.#hand.click(this.sendNotice);
    await this.dialog.waitFor({ state: 'detached' });
  }

  get sendNotice(): Locator {
    return this.dialog.getByRole('button', { name: /^发出补正通知/ });
  }

  async provide(title: string, file: string): Promise<void> {
    await this.#hand.chooseFiles(this.provision.getByRole('button', { name: `为${title}选择文件` }), file);
    await this.provision.getByText('已存 1 页').first().waitFor();
  }

  async sendProvision(): Promise<void> {
    await this.#hand.click(this.provision.getByRole('button', { name: /^提交.*补交的材料$/ }));
    await this.provision.waitFor({ state: 'detached' });
  }
}
