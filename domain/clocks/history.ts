import { z } from 'zod';
import { Step } from '../process/steps.ts';
import { IsoDate } from '../values/iso-date.ts';
import { fail, ok, type Failure, type Result } from '../values/result.ts';

/** What happened to a case, as far as clocks and steps need it. */
export const HistoryKind = z.enum([
  'alertRaised',
  'submitted',
  'supplementIssued',
  'supplemented',
  'abandoned',
  'accepted',
  'surveyStarted',
  'notEligible',
  'recheckRequested',
  'preliminary',
  'noticePosted',
  'objected',
  'reported',
  'returned',
  'amended',
  'grantedFirst',
  'explained',
  'extended',
  'confirmed',
  'refused',
  'published',
  'registered',
  'withdrawn',
  'terminated',
]);
export type HistoryKind = z.infer<typeof HistoryKind>;

export const ClockState = z.enum(['ALERT', ...Step.options]);
export type ClockState = z.infer<typeof ClockState>;

export const HistoryEntry = z.tuple([HistoryKind, IsoDate]);
export type HistoryEntry = z.infer<typeof HistoryEntry>;
/** As callers keep it; kinds and dates are checked when it is read. */
export type RawHistory = readonly (readonly [kind: string, date: string])[];

/** Every failure carries `index`, the place in the history that does not fit. */
export type HistoryFailure = Failure<
  | 'history.empty'
  | 'history.unknownKind'
  | 'history.date'
  | 'history.unordered'
  | 'history.impossible'
  | 'history.noticeNotOver'
>;

type From = ClockState | 'START';
type Moves = Partial<Record<From, ClockState>>;

const AFTER_ACCEPTANCE = [
  'ACCEPTED',
  'SURVEY',
  'NOT_ELIGIBLE',
  'RECHECK',
  'PRELIMINARY',
  'NOTICE',
  'OBJECTION',
  'RESURVEY',
  'REPORTED',
] as const satisfies readonly ClockState[];
const OPEN = ['SUBMITTED', 'SUPPLEMENT', ...AFTER_ACCEPTANCE] as const satisfies readonly ClockState[];

const all = (from: readonly ClockState[], to: ClockState): Moves =>
  Object.fromEntries(from.map((state) => [state, to]));
const stay = (states: readonly ClockState[]): Moves =>
  Object.fromEntries(states.map((state) => [state, state]));

/**
 * From which state each event leads where. START stands for a history that is given from there on (policy
 * staff ask about one clock). Survey and preliminary review may be left out of a history, for no clock ends
 * with them alone; notice and report may not (不得直接确认).
 */
const MOVES: Record<HistoryKind, Moves> = {
  alertRaised: { START: 'ALERT', ...stay(ClockState.options) },
  submitted: { START: 'SUBMITTED', SUPPLEMENT: 'SUBMITTED' },
  supplementIssued: { START: 'SUPPLEMENT', SUBMITTED: 'SUPPLEMENT' },
  // Handed in on time at a station that the district had not heard of when it recorded 自动放弃.
  supplemented: { SUPPLEMENT: 'SUBMITTED', ABANDONED: 'SUBMITTED' },
  abandoned: { SUPPLEMENT: 'ABANDONED' },
  accepted: { START: 'ACCEPTED', SUBMITTED: 'ACCEPTED' },
  surveyStarted: { START: 'SURVEY', ACCEPTED: 'SURVEY', RECHECK: 'SURVEY', OBJECTION: 'RESURVEY' },
  notEligible: { ...all(['ACCEPTED', 'SURVEY', 'RECHECK', 'RESURVEY'], 'NOT_ELIGIBLE') },
  recheckRequested: { NOT_ELIGIBLE: 'RECHECK' },
  preliminary: {
    START: 'PRELIMINARY',
    ...all(['ACCEPTED', 'SURVEY', 'NOT_ELIGIBLE', 'RECHECK', 'OBJECTION', 'RESURVEY'], 'PRELIMINARY'),
  },
  noticePosted: {
    START: 'NOTICE',
    ...all(['ACCEPTED', 'SURVEY', 'RECHECK', 'PRELIMINARY', 'OBJECTION', 'RESURVEY'], 'NOTICE'),
  },
  // In time but written down after the report, on the notice's last day.
  // A further one in time may find the case proposed anew already.
  objected: { NOTICE: 'OBJECTION', REPORTED: 'OBJECTION', PRELIMINARY: 'OBJECTION' },
  reported: { START: 'REPORTED', NOTICE: 'REPORTED' },
  returned: { REPORTED: 'RESURVEY' },
  amended: {
    ...all(['ACCEPTED', 'SURVEY', 'NOT_ELIGIBLE', 'RECHECK', 'PRELIMINARY'], 'SURVEY'),
    ...all(['NOTICE', 'OBJECTION', 'RESURVEY', 'REPORTED'], 'RESURVEY'),
  },
  grantedFirst: all(['SUBMITTED', 'ACCEPTED', 'SURVEY'], 'GRANTED'),
  explained: { GRANTED: 'EXPLAINED' },
  extended: stay(AFTER_ACCEPTANCE),
  confirmed: { REPORTED: 'CONFIRMED' },
  refused: { REPORTED: 'REFUSED' },
  published: { CONFIRMED: 'PUBLISHED', EXPLAINED: 'PUBLISHED' },
  registered: { PUBLISHED: 'REGISTERED' },
  withdrawn: all(OPEN, 'WITHDRAWN'),
  terminated: { ...all(OPEN, 'TERMINATED'), GRANTED: 'TERMINATED' },
};

/** Ways that only a kind without public notice has. */
const WITHOUT_NOTICE: Partial<Record<HistoryKind, Moves>> = { reported: { PRELIMINARY: 'REPORTED' } };

/** Checks kinds, dates, their order and every step; the answer is the last state. */
export function readHistory(
  raw: RawHistory,
  { notice }: { notice: boolean } = { notice: true },
): Result<{ entries: HistoryEntry[]; state: ClockState }, HistoryFailure> {
  const entries: HistoryEntry[] = [];
  let state: From = 'START';
  for (const [index, [rawKind, date]] of raw.entries()) {
    const kind = HistoryKind.safeParse(rawKind);
    if (!kind.success) return fail('history.unknownKind', { index, kind: rawKind });
    if (!IsoDate.safeParse(date).success) return fail('history.date', { index, kind: kind.data, date });
    const before = entries.at(-1);
    if (before && date < before[1]) {
      return fail('history.unordered', { index, kind: kind.data, date, before: before[1] });
    }
    const again = kind.data === 'extended' && entries.some(([earlier]) => earlier === 'extended');
    // Proposed anew or for the first time: there is nothing to object to before a notice.
    const unposted = kind.data === 'objected' && !entries.some(([earlier]) => earlier === 'noticePosted');
    const next: ClockState | undefined = again || unposted ? undefined : nextState(state, kind.data, notice);
    if (!next) return fail('history.impossible', { index, kind: kind.data, state, again });
    state = next;
    entries.push([kind.data, date]);
  }
  return state === 'START' ? fail('history.empty', { index: 0 }) : ok({ entries, state });
}

function nextState(state: From, kind: HistoryKind, notice: boolean): ClockState | undefined {
  const without = notice ? undefined : WITHOUT_NOTICE[kind]?.[state];
  if (without) return without;
  // An alert may be all that is known before the case begins.
  return MOVES[kind][state] ?? (state === 'ALERT' ? MOVES[kind].START : undefined);
}
