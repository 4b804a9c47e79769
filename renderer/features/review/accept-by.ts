import type { DueDate } from '../../../contract/views.ts';
import type { WorkCalendar } from '../../../domain/calendar/work-calendar.ts';
import { dueAfter } from '../../../domain/clocks/due.ts';
import { findRuleSet } from '../../../domain/rules/shipped.ts';
import { weekday, type IsoDate } from '../../../domain/values/iso-date.ts';

/** By when acceptance would be due if the application were submitted today; the core decides when it is. */
export function acceptByIfSubmitted(ruleSetId: string, today: IsoDate, calendar: WorkCalendar): DueDate {
  const rules = findRuleSet(ruleSetId);
  return rules.ok ? dueAfter(calendar, today, rules.value.clocks.accept.workingDays) : null;
}

/** '1月27日（周一）'; the year stands only when it is not this one. */
export function shortDay(date: IsoDate, today: IsoDate): string {
  const [year, month, day] = date.split('-').map(Number);
  const far = year === Number(today.slice(0, 4)) ? '' : `${year}年`;
  return `${far}${month}月${day}日（周${'日一二三四五六'[weekday(date)] ?? ''}）`;
}

/** What the resident is told about the answer: a day, or why there is none yet. */
export function acceptWords(acceptBy: DueDate, today: IsoDate): string {
  if (acceptBy === 'calendar.unpublished')
    return '国家还没有公布明年的放假安排，现在算不出准确日子。公布以后，凭编号就能查到。';
  if (acceptBy === null) return '受理以后，我们会马上告诉您。';
  return `我们会在 ${shortDay(acceptBy, today)}前告诉您是否受理。`;
}
