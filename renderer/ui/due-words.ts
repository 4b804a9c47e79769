import type { DueDate } from '../../contract/views.ts';
import { workingDaysBetween, type WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import type { IsoDate } from '../../domain/values/iso-date.ts';

export type Urgency = 'none' | 'unknown' | 'later' | 'soon' | 'overdue';

/** How much time is left, in working days after the State Council's calendar. */
export function dueWords(
  due: DueDate,
  today: IsoDate,
  calendar: WorkCalendar,
): { urgency: Urgency; words: string } {
  if (due === null) return { urgency: 'none', words: '没有到期日' };
  if (due === 'calendar.unpublished') return { urgency: 'unknown', words: '到期日待公布' };
  if (due === today) return { urgency: 'soon', words: '今天到期' };
  const late = due < today;
  const days = late ? workingDaysBetween(calendar, due, today) : workingDaysBetween(calendar, today, due);
  if (!days.ok) return { urgency: late ? 'overdue' : 'unknown', words: late ? '已超期' : '到期日待公布' };
  if (late) return { urgency: 'overdue', words: `已超 ${days.value} 个工作日` };
  return { urgency: days.value <= 1 ? 'soon' : 'later', words: `剩 ${days.value} 个工作日` };
}
