import { z } from 'zod';
import { Application } from '../application/application.ts';
import { Certification, Consent, Page, Signature } from '../application/evidence.ts';
import { CheckAnswer, CheckPurpose } from '../matching/check.ts';
import { Source } from '../matching/sources.ts';
import { ExtensionReason } from '../rules/rule-set.ts';
import { LetterReply, SurveyRecord } from '../survey/survey.ts';
import { Fen } from '../values/fen.ts';
import { IsoDate } from '../values/iso-date.ts';
import { SupplementItem } from './case-events.ts';
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
  Reason,
  Residence,
  TerminationReason,
  Visit,
} from './process-data.ts';

export const CaseDocument = z.strictObject({
  documentId: z.uuid(),
  slot: z.string().max(40),
  memberId: z.uuid().nullable(),
  pages: z.array(Page).min(1).max(200),
});
export type CaseDocument = z.infer<typeof CaseDocument>;
const Documents = z.array(CaseDocument).min(1).max(100);

const command = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

/** Everything anybody may ask of a case; the same values travel to the district, which decides again. */
export const CaseCommand = z.discriminatedUnion('type', [
  command('submit', {
    caseCode: z.string().min(6).max(40),
    draftId: z.uuid(),
    application: Application,
    consent: Consent,
    certification: Certification,
    signatures: z.array(Signature).max(21),
    documents: z.array(CaseDocument).max(100),
  }),
  command('pickUp', {}),
  command('accept', {}),
  command('issueSupplement', {
    items: z.array(SupplementItem).min(1).max(50),
    limit: IsoDate,
    reason: z.string().max(500).nullable(),
  }),
  command('remindSupplement', {
    by: z.enum(['phone', 'message', 'inPerson', 'letter']),
    note: z.string().max(300),
  }),
  command('provideSupplement', { documents: Documents }),
  command('abandon', {}),
  command('withdraw', { reason: z.string().max(500) }),
  command('terminate', { because: TerminationReason, reason: Reason }),
  command('extend', { because: ExtensionReason, reason: Reason }),
  command('amend', { amendment: Amendment }),
  command('claim', {}),
  command('release', {}),
  command('takeOver', { reason: Reason }),
  command('handOver', { to: z.uuid(), reason: Reason }),
  command('noteDuplicate', { duplicate: Duplicate }),
  command('resolveDuplicate', {
    personId: z.uuid(),
    otherCaseId: z.uuid(),
    resolution: DuplicateResolution,
    reason: Reason,
  }),
  command('issueDocument', { issued: IssuedDocument }),
  command('startSurvey', {}),
  command('requestCheck', {
    requestId: z.uuid(),
    sources: z.array(Source).min(1).max(Source.options.length),
    purpose: CheckPurpose,
  }),
  command('recordCheckAnswer', { answer: CheckAnswer }),
  command('recordSurvey', { record: SurveyRecord }),
  command('recordLetterReply', { reply: LetterReply }),
  command('concludeNotEligible', { reason: Reason }),
  command('requestRecheck', {
    reason: Reason,
    /** How the town helped to obtain proof (annex). */
    help: Reason,
    documents: z.array(CaseDocument).max(100),
  }),
  command('propose', { proposal: Proposal }),
  command('postNotice', { places: z.array(z.string().min(2).max(60)).min(1).max(10), photos: Photos }),
  command('takeDownNotice', { photos: Photos }),
  command('registerObjection', { objection: Objection }),
  command('startResurvey', {}),
  command('holdMeeting', { meeting: Meeting }),
  command('replyObjection', { reply: ObjectionReply }),
  command('report', { note: z.string().max(500) }),
  command('returnToTown', { reason: Reason }),
  command('recordDistrictVisit', { record: SurveyRecord }),
  command('confirm', { amountFen: Fen, method: GrantMethod, note: z.string().max(500) }),
  command('refuse', { reason: Reason }),
  command('publish', { places: z.array(z.string().min(2).max(60)).min(1).max(10), photos: Photos }),
  command('register', { payFrom: IsoDate, residence: Residence }),
  command('grantFirst', { amountFen: Fen.min(1), reason: Reason }),
  command('explainAfterwards', { explanation: Reason, documents: z.array(CaseDocument).max(100) }),
  command('recordVisit', { visit: Visit }),
  command('reportChange', { change: HouseholdChange }),
  command('recordHearing', { hearing: Hearing }),
  command('keepUnchanged', { reason: Reason }),
  command('adjust', { amountFen: Fen, from: IsoDate, reason: Reason }),
  command('endAssistance', { because: EndReason, from: IsoDate, reason: Reason }),
]);
export type CaseCommand = z.infer<typeof CaseCommand>;
export type CommandOf<T extends CaseCommand['type']> = Extract<CaseCommand, { type: T }>;
