import { formatChinese, isIsoDate } from '../../domain/values/iso-date.ts';

const dayOf = (iso: string): string => (isIsoDate(iso) ? formatChinese(iso) : iso);

/** Between which days a day has to lie, in words. */
export function daysBetween({ from, until }: { from: string | null; until: string | null }): string {
  if (from !== null && until !== null) return `请选 ${dayOf(from)} 到 ${dayOf(until)} 之间的日子。`;
  return until !== null
    ? `请选 ${dayOf(until)} 或更早的日子。`
    : `请选 ${dayOf(from ?? '今天')} 或以后的日子。`;
}

/** Why something is not overdue, in words. */
export function notDueYet(due: string | null): string {
  if (due === null) return '它现在没有到期日。';
  return due === 'calendar.unpublished'
    ? '到期日还算不出来，放假安排还没有公布。'
    : `到期日是 ${dayOf(due)}。`;
}

export { dayOf };
