import type { LocalAmounts } from '../../domain/rules/local-amounts.ts';

/** Which standard, since when and from where; a fictional one is marked, whatever its title says. */
export function amountsWords({ title, effectiveFrom, source, fictional }: LocalAmounts): string {
  const [year, month, day] = effectiveFrom.split('-').map(Number);
  const mark = fictional ? '【虚构金额，只供演示】' : '';
  return `金额标准：${mark}${title}，${year}年${month}月${day}日起执行。出处：${source}`;
}
