import { z } from 'zod';
import { processProblems } from '../process/check-process.ts';
import { Process } from '../process/process.ts';
import { IsoDate } from '../values/iso-date.ts';

const Days = z.int().min(1).max(366);
const Text = z.string().min(2).max(500);

/** A period in working days and where it stands; null where the rules set none: its due date is null, not guessed. */
export const ClockRule = z.strictObject({ workingDays: Days.nullable(), source: Text });
export type ClockRule = z.infer<typeof ClockRule>;

export const ExtensionReason = z.enum([
  'objection',
  'residenceSeparated',
  'appliedElsewhere',
  'difficultSurvey',
  'reviewMeeting',
]);
export type ExtensionReason = z.infer<typeof ExtensionReason>;

/** Steps that must be on record before confirmation (不得直接确认). */
export const NeededStep = z.enum(['accepted', 'surveyStarted', 'preliminary', 'noticePosted', 'reported']);
export type NeededStep = z.infer<typeof NeededStep>;

/**
 * The periods of one regulation from one date on. A case keeps the id of the rule set it runs under, so a
 * later rule set never changes an earlier case. All numbers of days live here, none in code.
 */
export const RuleSet = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{3,40}$/),
  title: Text,
  document: Text,
  effectiveFrom: IsoDate,
  effectiveFromNote: Text.optional(),
  /** How doubtful places of the source were read. */
  readings: z.array(Text),
  clocks: z.strictObject({
    /** From submission to acceptance or the supplement notice. */
    accept: ClockRule,
    /** From acceptance to the start of the survey. */
    survey: ClockRule,
    /** From acceptance to the preliminary review. */
    review: ClockRule,
    /** From the district's receipt to its decision. */
    district: ClockRule,
    /** From the decision to telling the applicant. */
    inform: ClockRule,
    /** From an alert to the assigned follow-up. */
    followUp: ClockRule,
  }),
  notice: z.strictObject({ days: Days, pausesCaseClock: z.boolean(), source: Text }),
  wholeCase: z.strictObject({
    workingDays: Days,
    extendedWorkingDays: Days,
    source: Text,
    extensionReasons: z.array(z.strictObject({ code: ExtensionReason, title: Text })).min(1),
  }),
  /** Early warnings when this share of a period is used. Not law: a setting of the office. */
  warnAtPercent: z.tuple([z.int().min(1).max(99), z.int().min(1).max(99)]),
  /** Least pick-ups of online applications a day; null where the rules set none. */
  pickUpsPerDay: z.int().min(1).nullable(),
  neededBeforeConfirmation: z.array(NeededStep).min(1),
  /** By kind of assistance; a kind without a process cannot be applied for under this rule set. */
  processes: z.record(z.string(), Process).superRefine((processes, context) => {
    for (const [kind, process] of Object.entries(processes))
      for (const message of processProblems(process))
        context.addIssue({ code: 'custom', path: [kind], message });
  }),
});
export type RuleSet = z.infer<typeof RuleSet>;
