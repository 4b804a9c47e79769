import type { Locator, Page } from 'playwright';
import type { Interactions } from './interactions.ts';

export type StepTitle =
  | '身份'
  | '家庭成员'
  | '亲属申报'
  | '遇到的困难'
  | '收入'
  | '财产'
  | '必需支出'
  | '赡养抚养人'
  | '生活自理'
  | '收款账户'
  | '代办人'
  | '材料'
  | '授权签字'
  | '人脸/人工核验'
  | '核对提交';

/** One open application: whose it is, the task list, what is saved. */
export class ApplicationPage {
  readonly #page: Page;
  readonly #hand: Interactions;

  constructor(hand: Interactions) {
    this.#hand = hand;
    this.#page = hand.page;
  }

  get banner(): Locator {
    return this.#page.getByRole('region', { name: '正在办理的居民' });
  }

  get tasks(): Locator {
    return this.#page.getByRole('navigation', { name: '申请步骤' });
  }

  /** The line of a step; it holds 未填, 缺项 or 完成. */
  task(step: StepTitle): Locator {
    return this.tasks.getByRole('link', { name: new RegExp(`^${step}`) });
  }

  get saved(): Locator {
    return this.#page.getByRole('status', { name: '保存情况' });
  }

  async open(step: StepTitle): Promise<void> {
    await this.#hand.click(this.task(step));
  }

  /** The button at the end of every step. */
  async next(step: StepTitle): Promise<void> {
    await this.#hand.click(this.#page.getByRole('button', { name: `下一步：${step}` }));
  }
}
