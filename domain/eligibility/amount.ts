import type { LocalAmounts } from '../rules/local-amounts.ts';
import { ageOn, isIsoDate } from '../values/iso-date.ts';
import { moneyLine, type AssessedAmount, type FactMember, type FormulaLine } from './assessment.ts';
import type { DibaoAssessment } from './dibao.ts';
import { seriouslyIll } from './person-state.ts';

export interface Increment {
  memberId: string;
  label: string;
  percent: number;
}

const SOURCE = '《社会救助法》第十八条';
const WITH_INCREMENTS = '《社会救助法》第十八条、第二十条';

/** Who gets something on top and how much: the highest of what a person qualifies for, never two at once. */
export function incrementsOf(
  members: readonly FactMember[],
  amounts: LocalAmounts,
  today: string,
): Increment[] {
  return members.flatMap((member) => {
    const best = groupsOf(member, amounts, today).toSorted((a, b) => b.percent - a.percent)[0];
    return best ? [{ memberId: member.id, ...best }] : [];
  });
}

function groupsOf(member: FactMember, { increments }: LocalAmounts, today: string) {
  const { elderly, minorPercent, severeDisabilityPercent, seriousIllnessPercent } = increments ?? {};
  const age = isIsoDate(member.birth) ? ageOn(member.birth, today) : null;
  const severe = member.disability ? member.disability.grade <= 2 : member.health === 'severeDisability';
  const groups: { label: string; percent: number | undefined; holds: boolean }[] = [
    { label: '重度残疾人', percent: severeDisabilityPercent, holds: severe },
    { label: '重病患者', percent: seriousIllnessPercent, holds: seriouslyIll(member) },
    {
      label: '老年人',
      percent: elderly?.percent,
      holds: elderly !== undefined && age !== null && age >= elderly.fromAge,
    },
    { label: '未成年人', percent: minorPercent, holds: age !== null && age < 18 },
  ];
  return groups.flatMap(({ label, percent, holds }) =>
    holds && percent !== undefined ? [{ label, percent }] : [],
  );
}

/**
 * 低保金 a month: the difference to the standard, or the band the per-capita income falls into, and what special hardship adds
 * (L §18, §20). Exact until the end, then rounded once, up to a whole 分. Null unless the income is below the standard.
 */
export function dibaoAmount(
  assessed: DibaoAssessment,
  members: readonly FactMember[],
  amounts: LocalAmounts,
  today: string,
): AssessedAmount | null {
  if (!assessed.belowStandard) return null;
  const increments = incrementsOf(members, amounts, today);
  const base = baseOf(assessed, amounts);
  const percent = increments.reduce((sum, one) => sum + one.percent, 0);
  // In hundredths of a 分 over the months of the formula, so that nothing is rounded before the sum.
  const hundredths = base.numerator * 100 + amounts.standardFen * percent * base.months;
  const fen = Math.ceil(hundredths / (100 * base.months));
  return {
    per: 'month',
    fen,
    lines: [
      ...base.lines,
      ...increments.map(({ label, percent: share }) => incrementLine(label, share, amounts.standardFen)),
      moneyLine('每月低保金', fen),
    ],
    source: increments.length > 0 ? WITH_INCREMENTS : SOURCE,
  };
}

function incrementLine(label: string, percent: number, standardFen: number): FormulaLine {
  const line = moneyLine(`${label}增发（标准的 ${percent}%）`, Math.ceil((standardFen * percent) / 100));
  return line;
}

/** The base in 分 over `months` months. */
function baseOf(
  { formula, members, countableFen, perCapitaFen, standardFen }: DibaoAssessment,
  { dibaoBands }: LocalAmounts,
): { numerator: number; months: number; lines: FormulaLine[] } {
  const band = dibaoBands?.find(({ belowPerCapitaFen }) => perCapitaFen < belowPerCapitaFen);
  if (band) {
    const numerator = band.perPersonFen * members;
    const label = `人均收入低于 ${moneyLine('', band.belowPerCapitaFen).text} 一档，每人`;
    return {
      numerator,
      months: 1,
      lines: [moneyLine(label, band.perPersonFen), { label: '共同生活的人数', text: `${members} 人` }],
    };
  }
  const months = formula.basisMonths;
  return {
    numerator: standardFen * members * months - formula.sumFen,
    months,
    lines: [
      moneyLine(`标准 × ${members} 人`, standardFen * members),
      moneyLine('减去 家庭一个月的收入', countableFen),
    ],
  };
}
