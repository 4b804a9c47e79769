import { workingDaysBetween, type WorkCalendar } from '../calendar/work-calendar.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { IsoDate } from '../values/iso-date.ts';
import { UNPUBLISHED, type DayCount, type DueDate } from './due.ts';
import type { ClockState } from './history.ts';

export type ClockName = 'accept' | 'survey' | 'review' | 'district' | 'wholeCase';

/** `half` and `most`: the rule set's two shares are used; `overdue`: escalate, never decide by itself. */
export interface ClockWarning {
  clock: ClockName;
  level: 'half' | 'most' | 'overdue';
  due: DueDate;
}

/** In which states somebody still has to act before the clock's due date. */
const RUNNING: Record<ClockName, readonly ClockState[]> = {
  accept: ['SUBMITTED'],
  survey: ['ACCEPTED'],
  review: ['ACCEPTED', 'SURVEY', 'RECHECK'],
  district: ['REPORTED'],
  wholeCase: ['ACCEPTED', 'SURVEY', 'RECHECK', 'PRELIMINARY', 'NOTICE', 'OBJECTION', 'RESURVEY', 'REPORTED'],
};

interface Setting {
  calendar: WorkCalendar;
  ruleSet: RuleSet;
  state: ClockState;
  now: IsoDate;
  due: Record<ClockName, DueDate>;
}
interface Starts {
  submitted: IsoDate | null;
  accepted: IsoDate | null;
  reported: IsoDate | null;
  /** Working days of the whole case used and allowed. */
  used: DayCount;
  total: number;
}

export function clockWarnings(setting: Setting, starts: Starts): ClockWarning[] {
  const { clocks } = setting.ruleSet;
  const since = (start: IsoDate | null): DayCount => {
    if (start === null) return null;
    const days = workingDaysBetween(setting.calendar, start, setting.now);
    return days.ok ? days.value : UNPUBLISHED;
  };
  const shares: [ClockName, DayCount, number | null][] = [
    ['accept', since(starts.submitted), clocks.accept.workingDays],
    ['survey', since(starts.accepted), clocks.survey.workingDays],
    ['review', since(starts.accepted), clocks.review.workingDays],
    ['district', since(starts.reported), clocks.district.workingDays],
    ['wholeCase', starts.used, starts.total],
  ];
  return shares.flatMap(([clock, used, total]) => {
    const level = RUNNING[clock].includes(setting.state) ? levelOf(setting, clock, used, total) : null;
    return level ? [{ clock, level, due: setting.due[clock] }] : [];
  });
}

function levelOf(
  { due, now, ruleSet }: Setting,
  clock: ClockName,
  used: DayCount,
  total: number | null,
): ClockWarning['level'] | null {
  // What cannot be computed yet sorts after every date.
  if (now > (due[clock] ?? UNPUBLISHED)) return 'overdue';
  const percent = typeof used === 'number' && total !== null ? (used * 100) / total : 0;
  if (percent >= ruleSet.warnAtPercent[1]) return 'most';
  return percent >= ruleSet.warnAtPercent[0] ? 'half' : null;
}
