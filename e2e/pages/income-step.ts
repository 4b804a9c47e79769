import type { Locator } from 'playwright';
import { pick, radio, textField } from './fields.ts';
import type { Interactions } from './interactions.ts';

export interface TypedIncome {
  /** Name of the earner; left out: the applicant. */
  of?: string | undefined;
  /** As the list says it: 养老金. */
  kind: string;
  yuan: string;
  months: 1 | 12;
  /** 不计入：奖学金; left out: it counts. */
  excluded?: string | undefined;
}

export class IncomeStep {
  readonly #hand: Interactions;

  constructor(hand: Interactions) {
    this.#hand = hand;
  }

  get section(): Locator {
    return this.#hand.page.getByRole('region', { name: '收入', exact: true });
  }

  get formula(): Locator {
    return this.section.getByRole('region', { name: '人均收入怎么算' });
  }

  entry(index: number): Locator {
    return this.section.getByRole('region', { name: /^收入：/ }).nth(index);
  }

  amount(index: number): Locator {
    return textField(this.entry(index), '多少钱');
  }

  async none(): Promise<void> {
    await this.#hand.check(radio(this.section, '全家有没有收入', '都没有收入'));
  }

  async farmHousehold(): Promise<void> {
    await this.#hand.check(radio(this.section, '是不是农业户', '是，看近 12 个月'));
  }

  async add(index: number): Promise<void> {
    if (index === 0) await this.#hand.check(radio(this.section, '全家有没有收入', '有收入'));
    else await this.#hand.click(this.section.getByRole('button', { name: '再加一项收入' }));
    await this.entry(index).waitFor();
  }

  async typeAmount(index: number, yuan: string): Promise<void> {
    await this.#hand.fill(this.amount(index), yuan);
  }

  /** Fields that stand right already are left alone, as a clerk would. */
  async declare(incomes: readonly TypedIncome[]): Promise<void> {
    for (const [index, income] of incomes.entries()) {
      await this.add(index);
      const entry = this.entry(index);
      if (income.of) await pick(this.#hand, entry, '谁的收入', income.of);
      await pick(this.#hand, entry, '哪种收入', income.kind);
      await this.typeAmount(index, income.yuan);
      await pick(this.#hand, entry, '多长时间的', income.months === 12 ? '12 个月' : '一个月');
      if (income.excluded) await pick(this.#hand, entry, '要不要计入', income.excluded);
    }
  }
}
