import type { DibaoAssessment } from '../../../domain/eligibility/dibao.ts';
import { formatYuan } from '../../../domain/values/fen.ts';

export interface FormulaLine {
  label: string;
  value: string;
  strong: boolean;
}

/** The calculation as printed lines, in the order of the formula; terms of nothing are left out. */
export function formulaLines({
  formula,
  members,
  countableFen,
  perCapitaFen,
  standardFen,
}: Pick<
  DibaoAssessment,
  'formula' | 'members' | 'countableFen' | 'perCapitaFen' | 'standardFen'
>): FormulaLine[] {
  const line = (label: string, value: string, strong = false): FormulaLine => ({ label, value, strong });
  const span = formula.basisMonths === 12 ? '（12 个月）' : '';
  const terms = formula.terms.filter(({ amountFen }) => amountFen > 0);
  const left = formula.excluded.map(({ label, amountFen }) =>
    line(`不计入：${label}`, `（${formatYuan(amountFen)}）`),
  );
  return [
    ...terms.map(({ label, sign, amountFen }) =>
      line(`${sign > 0 ? '＋' : '－'} ${label}${span}`, formatYuan(amountFen)),
    ),
    ...left,
    line(
      formula.basisMonths === 12 ? '合计 ÷ 12，每月可计收入' : '每月可计收入',
      `${formatYuan(countableFen)} 元`,
      true,
    ),
    line(`÷ ${members} 人，每人每月`, `${formatYuan(perCapitaFen)} 元`, true),
    line('低保标准，每人每月', `${formatYuan(standardFen)} 元`),
  ];
}
