import type { Arithmetic } from '../../../domain/application/application.ts';
import { formulaOfForm } from '../../../domain/application/facts.ts';
import type { IncomeForm } from '../../../domain/application/forms.ts';
import { formulaLines, type FormulaLine } from '../income/formula-lines.ts';

/**
 * Results as recorded. The terms above them are shown only while they still add up to the recorded sum: a later version
 * of the formula must not stand above a result that it did not give.
 */
export function recordedLines(income: IncomeForm, recorded: Arithmetic): FormulaLine[] {
  const formula = formulaOfForm(income);
  const same = Math.floor(formula.sumFen / formula.basisMonths) === recorded.countableFen;
  return formulaLines({ ...recorded, formula: same ? formula : { ...formula, terms: [], excluded: [] } });
}
