import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { IsoDate } from '../values/iso-date.ts';
import { fail, ok, type Result } from '../values/result.ts';
import {
  dueAfter,
  dueWithPauses,
  noticeFrom,
  pauseOf,
  usedWithPauses,
  type DayCount,
  type DueDate,
  type Notice,
  type Pause,
} from './due.ts';
import {
  readHistory,
  type ClockState,
  type HistoryEntry,
  type HistoryFailure,
  type HistoryKind,
  type RawHistory,
} from './history.ts';
import { clockWarnings, type ClockWarning } from './warnings.ts';

/** Where a case stands and what is due when. A date once computed stays; null: not started, or no such period. */
export interface CaseClock {
  state: ClockState;
  due: {
    accept: DueDate;
    survey: DueDate;
    review: DueDate;
    noticeEnds: DueDate;
    district: DueDate;
    wholeCase: DueDate;
  };
  /** To tell the applicant of the decision. */
  inform: DueDate;
  /** To assign the follow-up of an alert. */
  followUp: DueDate;
  /** Of the whole case, on `asOf`; left is negative by the days it is overdue. */
  usedWorkingDays: DayCount;
  leftWorkingDays: DayCount;
  totalWorkingDays: number | null;
  extended: boolean;
  /** The posting that stops the case clock on `asOf`. */
  pausedSince: IsoDate | null;
  warnings: ClockWarning[];
}

const CLOSED: readonly ClockState[] = [
  'ABANDONED',
  'CONFIRMED',
  'REFUSED',
  'PUBLISHED',
  'REGISTERED',
  'WITHDRAWN',
  'TERMINATED',
  'EXPLAINED',
  'ENDED',
];
const CLOSING: readonly HistoryKind[] = [
  'confirmed',
  'refused',
  'withdrawn',
  'terminated',
  'abandoned',
  'explained',
];

/**
 * Computes every due date of a case under its rule set. Pure: `asOf` (default: the day of the last entry)
 * only moves used and left days, pause and warnings, never a due date.
 * Counting: the day of the event is not counted (《民法典》§201), a period ending on a day off ends on the next
 * working day (§203), working days follow the State Council's calendar.
 */
export function caseClock(
  calendar: WorkCalendar,
  ruleSet: RuleSet,
  history: RawHistory,
  asOf?: IsoDate,
  /** Of which kind of assistance: one without public notice is reported from its preliminary review. */
  kind?: string,
): Result<CaseClock, HistoryFailure> {
  const read = readHistory(history, { notice: ruleSet.processes[kind ?? '']?.notice ?? true });
  if (!read.ok) return read;
  const { entries, state } = read.value;
  const notices = noticesOf(calendar, ruleSet, entries);
  if (!notices.ok) return notices;

  const last = (...kinds: HistoryKind[]) => lastDate(entries, kinds);
  const accepted = last('accepted');
  const submitted = last('submitted', 'supplemented');
  const extended = last('extended') !== null;
  const { clocks, wholeCase, notice } = ruleSet;
  const pauses = notice.pausesCaseClock ? notices.value.map(pauseOf) : [];
  const total = extended ? wholeCase.extendedWorkingDays : wholeCase.workingDays;
  const due: CaseClock['due'] = {
    accept: dueAfter(calendar, submitted, clocks.accept.workingDays),
    survey: dueAfter(calendar, accepted, clocks.survey.workingDays),
    review: dueAfter(calendar, accepted, clocks.review.workingDays),
    noticeEnds: notices.value.at(-1)?.ends ?? null,
    district: dueAfter(calendar, last('reported'), clocks.district.workingDays),
    wholeCase: accepted === null ? null : dueWithPauses(calendar, accepted, total, pauses),
  };
  const latest = entries.at(-1)?.[1] ?? '';
  const now = asOf !== undefined && asOf > latest ? asOf : latest;
  const until = CLOSED.includes(state) ? (last(...CLOSING) ?? now) : now;
  const used = accepted === null ? null : usedWithPauses(calendar, accepted, until, pauses);
  return ok({
    state,
    due,
    inform: dueAfter(calendar, last('confirmed', 'refused'), clocks.inform.workingDays),
    followUp: dueAfter(calendar, last('alertRaised'), clocks.followUp.workingDays),
    usedWorkingDays: used,
    leftWorkingDays: typeof used === 'number' ? total - used : used,
    totalWorkingDays: accepted === null ? null : total,
    extended,
    pausedSince: pausedSince(state, pauses, now),
    warnings: clockWarnings(
      { calendar, ruleSet, state, now, due },
      { submitted, accepted, reported: last('reported'), used, total },
    ),
  });
}

function lastDate(entries: readonly HistoryEntry[], kinds: readonly HistoryKind[]): IsoDate | null {
  return entries.findLast(([kind]) => kinds.includes(kind))?.[1] ?? null;
}

/** Postings with their ends; a report before the notice is over is refused (公示 is never cut short). */
function noticesOf(
  calendar: WorkCalendar,
  ruleSet: RuleSet,
  entries: readonly HistoryEntry[],
): Result<Notice[], HistoryFailure> {
  const notices: Notice[] = [];
  for (const [index, [kind, date]] of entries.entries()) {
    const current = notices.at(-1);
    if (kind === 'noticePosted') notices.push(noticeFrom(calendar, date, ruleSet.notice.days));
    // An objection, or a change in the household, ends the pause: the case is worked on again.
    if ((kind === 'objected' || kind === 'amended') && current) current.objected ??= date;
    if (kind !== 'reported' || !current) continue;
    const end = pauseOf(current).atLeastUntil;
    if (date < end) return fail('history.noticeNotOver', { index, kind, date, noticeEnds: end });
  }
  return ok(notices);
}

/** The last day of a notice does not count either: the clock goes on the day after. */
function pausedSince(state: ClockState, pauses: readonly Pause[], now: IsoDate): IsoDate | null {
  const pause = pauses.at(-1);
  return state === 'NOTICE' && pause && now <= pause.atLeastUntil ? pause.after : null;
}
