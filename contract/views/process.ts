import { z } from 'zod';
import { Page } from '../../domain/application/evidence.ts';
import { AssistanceKind } from '../../domain/application/application.ts';
import {
  Duplicate,
  DuplicateResolution,
  Hearing,
  HouseholdChange,
  IssuedDocument,
  Meeting,
  Objection,
  ObjectionReply,
  Proposal,
  Residence,
  Visit,
} from '../../domain/case/process-data.ts';
import { CheckAnswer, CheckRequest } from '../../domain/matching/check.ts';
import { DocumentKind, SurveyNeed } from '../../domain/process/process.ts';
import { Step } from '../../domain/process/steps.ts';
import { LocalAmounts } from '../../domain/rules/local-amounts.ts';
import { ExtensionReason } from '../../domain/rules/rule-set.ts';
import { LetterReply, SurveyRecord } from '../../domain/survey/survey.ts';
import { IsoDate } from '../../domain/values/iso-date.ts';

/** Who did it, by name, and for which day it counts. */
const done = { on: IsoDate, byName: z.string() };

/** Something this person may do with the case now, or may not yet and why. */
export const CaseAction = z.strictObject({
  /** Type of the case command. */
  command: z.string(),
  to: Step.nullable(),
  /** What stands against it now: a failure code with its data; null when nothing does. */
  blocked: z.strictObject({ code: z.string(), data: z.record(z.string(), z.unknown()) }).nullable(),
  source: z.string(),
});
export type CaseAction = z.infer<typeof CaseAction>;

export const ClockWarningView = z.strictObject({
  clock: z.string(),
  level: z.enum(['half', 'most', 'overdue']),
  due: z.string().nullable(),
});

/** The same person in another open case that this station knows. */
export const SamePerson = z.strictObject({
  personId: z.uuid(),
  caseId: z.uuid(),
  caseCode: z.string(),
  kind: AssistanceKind,
  step: Step,
  townCode: z.string(),
});
export type SamePerson = z.infer<typeof SamePerson>;

/** Everything of the procedure on record of one case, and what may be done next. */
export const ProcessView = z.strictObject({
  step: Step,
  kind: AssistanceKind,
  ruleSetId: z.string(),
  notice: z.boolean(),
  grantType: z.enum(['monthly', 'once', 'status']),
  surveyNeeds: z.array(SurveyNeed),
  surveyLacks: z.array(SurveyNeed),
  extensionReasons: z.array(z.strictObject({ code: ExtensionReason, title: z.string() })),
  actions: z.array(CaseAction),
  claim: z
    .strictObject({ accountId: z.uuid(), name: z.string(), since: IsoDate, mine: z.boolean() })
    .nullable(),
  colleagues: z.array(z.strictObject({ accountId: z.uuid(), name: z.string() })),
  warnings: z.array(ClockWarningView),
  /** The role one level up that an overdue case is shown to; null when nothing is overdue. */
  escalatedTo: z.string().nullable(),
  noticeEnds: z.string().nullable(),
  checks: z.array(z.strictObject({ request: CheckRequest, answers: z.array(CheckAnswer), ...done })),
  surveys: z.array(
    z.strictObject({ record: SurveyRecord, district: z.boolean(), reply: LetterReply.nullable(), ...done }),
  ),
  proposals: z.array(z.strictObject({ proposal: Proposal, ...done })),
  notices: z.array(
    z.strictObject({
      postedOn: IsoDate,
      places: z.array(z.string()),
      renewed: z.boolean(),
      takenDownOn: IsoDate.nullable(),
    }),
  ),
  objections: z.array(z.strictObject({ objection: Objection, reply: ObjectionReply.nullable(), ...done })),
  meetings: z.array(z.strictObject({ meeting: Meeting, ...done })),
  extension: z.strictObject({ because: ExtensionReason, reason: z.string(), ...done }).nullable(),
  duplicates: z.array(
    z.strictObject({
      duplicate: Duplicate,
      resolution: DuplicateResolution.nullable(),
      reason: z.string(),
      ...done,
    }),
  ),
  sameHere: z.array(SamePerson),
  issued: z.array(z.strictObject({ issued: IssuedDocument, ...done })),
  documentsDue: z.array(z.strictObject({ document: DocumentKind, about: z.int().positive() })),
  grant: z
    .strictObject({
      amountFen: z.int(),
      method: z.string(),
      decidedOn: IsoDate,
      payFrom: IsoDate.nullable(),
    })
    .nullable(),
  residence: Residence.nullable(),
  nextVisitDue: IsoDate.nullable(),
  visits: z.array(z.strictObject({ visit: Visit, ...done })),
  changes: z.array(z.strictObject({ change: HouseholdChange, hearings: z.array(Hearing), ...done })),
  ending: z.strictObject({ because: z.string().nullable(), reason: z.string() }).nullable(),
  /** In force today; null when the district has set none. */
  amounts: LocalAmounts.nullable(),
});
export type ProcessView = z.infer<typeof ProcessView>;

/** A page archived for a coming command. */
export const AddedPage = z.strictObject({ page: Page });
