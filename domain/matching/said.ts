import type { Disability, Marriage } from '../application/person.ts';
import { formatYuanWithUnit } from '../values/fen.ts';

/** One side of a comparison. `periodMonths` is null for what is owned and not earned. */
export type Said =
  | { as: 'money'; fen: number; periodMonths: 1 | 12 | null }
  | { as: 'count'; count: number }
  | { as: 'marriage'; marriage: Marriage }
  | { as: 'disability'; disability: Disability }
  | { as: 'student' }
  | { as: 'words'; words: string };

const marriageWords: Record<Marriage, string> = {
  single: '未婚',
  married: '已婚',
  widowed: '丧偶',
  divorced: '离婚',
};
/** GB/T 26341, kinds 1–7 and grades 1–4. */
const disabilityKinds = ['视力', '听力', '言语', '肢体', '智力', '精神', '多重'] as const;
const disabilityGrades = ['一级', '二级', '三级', '四级'] as const;

/** Plain Chinese for screens and forms: '600.00 元/月', '2 项', '已婚'. */
export function inWords(said: Said): string {
  switch (said.as) {
    case 'money':
      return formatYuanWithUnit(said.fen) + periodWords(said.periodMonths);
    case 'count':
      return `${said.count}`;
    case 'marriage':
      return marriageWords[said.marriage];
    case 'disability':
      return `${disabilityKinds[said.disability.kind - 1] ?? ''}${disabilityGrades[said.disability.grade - 1] ?? ''}`;
    case 'student':
      return '在读';
    case 'words':
      return said.words;
  }
}

function periodWords(months: 1 | 12 | null): string {
  if (months === null) return '';
  return months === 1 ? '/月' : '/年';
}

/** Money over a period, exact: a sum is monthly when every part is, and yearly otherwise. */
export interface Flow {
  fen: number;
  periodMonths: 1 | 12;
}
export function sumFlows(parts: readonly Flow[]): Flow {
  const periodMonths = parts.every((part) => part.periodMonths === 1) ? 1 : 12;
  return { fen: parts.reduce((sum, part) => sum + over(part, periodMonths), 0), periodMonths };
}

/** The same two flows over one period, so that they stand side by side. */
export function overOnePeriod(one: Flow, other: Flow): [Flow, Flow] {
  const periodMonths = one.periodMonths === other.periodMonths ? one.periodMonths : 12;
  return [
    { fen: over(one, periodMonths), periodMonths },
    { fen: over(other, periodMonths), periodMonths },
  ];
}

/** A month's amount times twelve; a year's is never cut into months, which would leave fractions of a 分. */
const over = ({ fen, periodMonths }: Flow, wanted: 1 | 12): number =>
  wanted === 12 && periodMonths === 1 ? fen * 12 : fen;
