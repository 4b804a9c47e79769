import { z } from 'zod';
import { Application, AssistanceKind } from '../application/application.ts';
import { Certification, Consent, Page, Signature } from '../application/evidence.ts';
import { CheckAnswer, CheckRequest } from '../matching/check.ts';
import { Level, Step } from '../process/steps.ts';
import { ExtensionReason } from '../rules/rule-set.ts';
import { LetterReply, SurveyRecord } from '../survey/survey.ts';
import { Fen } from '../values/fen.ts';
import { IsoDate } from '../values/iso-date.ts';
import {
  Amendment,
  Duplicate,
  DuplicateResolution,
  EndReason,
  GrantMethod,
  Hearing,
  HouseholdChange,
  IssuedDocument,
  Meeting,
  Objection,
  ObjectionReply,
  Photos,
  Proposal,
  Residence,
  TerminationReason,
  Visit,
} from './process-data.ts';

/** What the supplement notice asks for; the list is locked once issued. */
export const SupplementItem = z.strictObject({
  slot: z.string().max(40),
  memberId: z.uuid().nullable(),
  note: z.string().min(1).max(300),
});
export type SupplementItem = z.infer<typeof SupplementItem>;

const Note = z.string().max(1000);
/** Whose office has the case now; absent in events of before it was told: that of the step. */
const level = Level.optional();
const Places = z.array(z.string().max(60)).min(1).max(10);

/**
 * A step of the process: the day it counts for, by whom, and where the case stands after it, so that a history can be
 * read without the rule set that led to it.
 */
const moved = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject({ on: IsoDate, by: z.uuid(), step: Step, ...shape });

/** Payload of every event of a case stream, by type. */
export const caseEventData = {
  'case.opened': z.strictObject({
    kind: AssistanceKind,
    townCode: z.string().length(9),
    villageCode: z.string().length(12),
    /** Printed on the receipt; given by the station so that it works offline. */
    caseCode: z.string().max(40),
    draftId: z.uuid(),
    applicantId: z.uuid(),
    appliedBy: z.enum(['self', 'agent', 'village']),
    /** Absent: at the window. */
    appliedVia: z.enum(['window', 'portal']).optional(),
    enteredBy: z.uuid(),
  }),
  'consent.recorded': Consent,
  'certification.recorded': Certification,
  'document.archived': z.strictObject({
    documentId: z.uuid(),
    slot: z.string().max(40),
    memberId: z.uuid().nullable(),
    pages: z.array(Page).min(1).max(200),
  }),
  'authorization.signed': Signature,
  'application.submitted': z.strictObject({ application: Application, submittedOn: IsoDate }),
  'supplement.issued': z.strictObject({
    items: z.array(SupplementItem).min(1).max(50),
    limit: IsoDate,
    issuedOn: IsoDate,
    /** Only for a second notice (one only, unless with a recorded reason). */
    reason: z.string().max(500).nullable(),
  }),
  'supplement.provided': z.strictObject({ submittedOn: IsoDate }),
  'application.accepted': z.strictObject({ acceptedOn: IsoDate }),
  'application.withdrawn': z.strictObject({ withdrawnOn: IsoDate, reason: z.string().max(500) }),
  'application.abandoned': z.strictObject({ abandonedOn: IsoDate }),
  'application.pickedUp': moved({}),
  'supplement.reminded': moved({ how: z.string().max(20), note: Note }),
  'case.terminated': moved({ because: TerminationReason, reason: Note }),
  'case.extended': moved({ because: ExtensionReason, reason: Note }),
  'household.amended': moved({ amendment: Amendment }),
  'case.claimed': moved({ level }),
  'case.released': moved({}),
  'case.takenOver': moved({ from: z.uuid().nullable(), reason: Note, level }),
  'case.handedOver': moved({ to: z.uuid(), reason: Note, level }),
  'duplicate.noted': moved({ duplicate: Duplicate }),
  'duplicate.resolved': moved({
    personId: z.uuid(),
    otherCaseId: z.uuid(),
    resolution: DuplicateResolution,
    reason: Note,
  }),
  'document.issued': moved({ issued: IssuedDocument }),
  'survey.started': moved({}),
  'check.requested': moved({ request: CheckRequest }),
  'check.answered': moved({ answer: CheckAnswer }),
  'survey.recorded': moved({ record: SurveyRecord, district: z.boolean() }),
  'letter.replied': moved({ reply: LetterReply }),
  'survey.notEligible': moved({ reason: Note }),
  'recheck.requested': moved({ reason: Note, help: Note }),
  'review.proposed': moved({ proposal: Proposal }),
  'notice.posted': moved({ places: Places, photos: Photos, renewed: z.boolean() }),
  'notice.takenDown': moved({ photos: Photos }),
  'objection.registered': moved({ objection: Objection }),
  'resurvey.started': moved({}),
  'meeting.held': moved({ meeting: Meeting }),
  'objection.replied': moved({ reply: ObjectionReply }),
  'case.reported': moved({ note: Note }),
  'case.returned': moved({ reason: Note }),
  'case.confirmed': moved({ amountFen: Fen, method: GrantMethod, note: Note }),
  'case.refused': moved({ reason: Note }),
  'case.published': moved({ places: Places, photos: Photos }),
  'case.registered': moved({ payFrom: IsoDate, residence: Residence }),
  'grant.madeFirst': moved({ amountFen: Fen, reason: Note }),
  'grant.explained': moved({ explanation: Note }),
  'visit.recorded': moved({ visit: Visit }),
  'household.changed': moved({ change: HouseholdChange }),
  'hearing.recorded': moved({ hearing: Hearing }),
  'assistance.kept': moved({ reason: Note }),
  'assistance.adjusted': moved({ amountFen: Fen, from: IsoDate, reason: Note }),
  'assistance.ended': moved({ because: EndReason, from: IsoDate, reason: Note }),
} as const;

export type CaseEventType = keyof typeof caseEventData;
export type CaseEvent = {
  [T in CaseEventType]: { type: T; data: z.infer<(typeof caseEventData)[T]> };
}[CaseEventType];
export type EventOf<T extends CaseEventType> = Extract<CaseEvent, { type: T }>;
