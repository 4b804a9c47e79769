import { z } from 'zod';
import { AssistanceKind } from '../application/application.ts';
import { IsoDate } from '../values/iso-date.ts';
import { Step } from '../process/steps.ts';

/** Periods that can be overdue; `inform` runs from the decision until the applicant is told. */
export const SupervisedClock = z.enum(['accept', 'survey', 'review', 'district', 'wholeCase', 'inform']);
export type SupervisedClock = z.infer<typeof SupervisedClock>;

const Count = z.int().nonnegative();

/** Working days of a number of spans. Null figures: no span. `unknown`: spans over a year without a calendar. */
export const Spread = z.strictObject({
  count: Count,
  /** The mean of the two in the middle where their number is even. */
  median: z.number().nonnegative().nullable(),
  /** Nine of ten took no longer (nearest rank). */
  p90: Count.nullable(),
  unknown: Count,
});
export type Spread = z.infer<typeof Spread>;

/** Counts of one town, one village or the whole; nothing about persons. */
export const AreaFigures = z.strictObject({
  /** 6, 9 or 12 digits; empty for cases whose place is in no list. */
  code: z.string().regex(/^(\d{6}(\d{3}){0,2})?$/),
  name: z.string().max(80),
  /** Cases somebody still has to act on, today. */
  open: Count,
  /** Of these: taken by somebody for himself. */
  claimed: Count,
  openByStep: z.partialRecord(Step, Count),
  /** Open cases with any period overdue, and how often each is. */
  overdueCases: Count,
  overdue: z.partialRecord(SupervisedClock, Count),
  /** Open cases with a due date in a year without a published calendar. */
  dueUnknown: Count,
  /** Cases whose record of what happened is empty or does not fit its process: in no figure of time. */
  unreadable: Count,
  /** Submitted, and confirmed or refused, within the period. */
  submitted: Count,
  decided: Count,
  /** How long a case stayed in a step it left within the period. */
  timeInStep: z.partialRecord(Step, Spread),
  /** From acceptance to the decision, pauses left out, of cases decided within the period. */
  wholeCase: Spread,
  /** Households that receive assistance with a yearly visit: not overdue, overdue, and due by the period's end. */
  visits: z.strictObject({ households: Count, onTime: Count, overdue: Count, dueInPeriod: Count }),
  /** Of the quarter; null where nobody has given numbers. */
  certification: z.strictObject({ due: Count, done: Count }).nullable(),
  /** Working days looked at, those with fewer pick-ups than the rules ask for, all pick-ups; null: not known here. */
  pickUps: z.strictObject({ days: Count, short: Count, count: Count }).nullable(),
});
export type AreaFigures = z.infer<typeof AreaFigures>;

/** A case as the list of a village names it: by its code. */
export const SupervisedCase = z.strictObject({
  caseId: z.uuid(),
  caseCode: z.string().max(40),
  kind: AssistanceKind,
  step: Step,
  submittedOn: IsoDate,
  overdue: z.array(SupervisedClock),
  visitOverdue: z.boolean(),
  claimed: z.boolean(),
});
export type SupervisedCase = z.infer<typeof SupervisedCase>;

export const SupervisionReport = z.strictObject({
  from: IsoDate,
  to: IsoDate,
  /** What is open and overdue is so on this day, whatever the period. */
  today: IsoDate,
  total: AreaFigures,
  /** The towns of a district or the villages of a town; each of them, those without a case too. */
  areas: z.array(AreaFigures),
  /** Of a village only: its open cases and those whose visit is overdue, overdue ones first. */
  cases: z.array(SupervisedCase),
});
export type SupervisionReport = z.infer<typeof SupervisionReport>;
