import type { ProcessView } from '../../../../contract/views/process.ts';
import type { CheckAnswer } from '../../../../domain/matching/check.ts';
import type { StatusFact } from '../../../../domain/matching/facts.ts';
import type { ComparisonRow, Difference } from '../../../../domain/matching/difference.ts';
import { incomeNames, propertyNames } from '../../../words/statement-names.ts';

const statusNames: Record<StatusFact['kind'], string> = {
  deceased: '死亡登记',
  marriage: '婚姻',
  disability: '残疾',
  student: '在校',
  employment: '就业',
  medicalInsurance: '医保',
  povertyMonitoring: '防返贫监测',
  residence: '居住',
  other: '其他',
};

/** What a line of the comparison is about. */
export function topicWords(row: ComparisonRow): string {
  switch (row.topic) {
    case 'income':
      return incomeNames[row.kind];
    case 'property':
      return propertyNames[row.kind];
    case 'household':
      return '户籍人数';
    case 'status':
      return statusNames[row.kind];
  }
}

/** Agrees; has to be looked into; nobody can say. */
export type Weight = 'fine' | 'look' | 'open';
const weights: Record<Difference, Weight> = {
  same: 'fine',
  higher: 'look',
  lower: 'look',
  differs: 'look',
  notDeclared: 'look',
  notFound: 'look',
  unknown: 'open',
};
export const weightOf = ({ difference, flag }: ComparisonRow): Weight =>
  flag ? 'look' : weights[difference];

/** The first day on which one of the answers behind a line can no longer be relied on; null where none says so. */
export function validUntilOf(row: ComparisonRow, answers: readonly CheckAnswer[]): string | null {
  const days = answers
    .filter(({ personId, source }) => personId === row.personId && row.sources.includes(source))
    .flatMap(({ validUntil }) => validUntil ?? []);
  return days.sort()[0] ?? null;
}

export const answersOf = ({ checks }: Pick<ProcessView, 'checks'>): CheckAnswer[] =>
  checks.flatMap(({ answers }) => answers);

/** What the whole table says: silence is not agreement. */
export function summaryWords(look: number, open: number): string {
  const parts = [
    ...(look > 0 ? [`有 ${look} 项对不上，要核实`] : []),
    ...(open > 0 ? [`有 ${open} 项没有部门的答复可以比对，靠入户和邻里核实`] : []),
  ];
  return parts.length > 0 ? `${parts.join('；')}。` : '申报的和查到的都一致。';
}

/** "Not found" is said only when somebody who could know has answered. */
export const notFoundWords = ({ difference }: ComparisonRow): string =>
  difference === 'notFound' ? '没有查到' : '—';
