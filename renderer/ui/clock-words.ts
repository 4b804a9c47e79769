import type { DossierClock } from '../../contract/views.ts';

/** How much of the statutory time of a case is used: 已用 10 个工作日，剩 5 个. */
export function clockWords({
  usedWorkingDays: used,
  leftWorkingDays: left,
  totalWorkingDays: total,
}: DossierClock): string {
  if (used === 'calendar.unpublished' || left === 'calendar.unpublished')
    return `共 ${total} 个工作日；放假安排还没有公布，已用几天算不出来`;
  return `已用 ${used} 个工作日，${left < 0 ? `超了 ${-left} 个` : `剩 ${left} 个`}`;
}
