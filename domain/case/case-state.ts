import type { Application, AssistanceKind } from '../application/application.ts';
import type { Certification, Consent, Signature } from '../application/evidence.ts';
import type { CheckAnswer, CheckRequest } from '../matching/check.ts';
import type { Level, Step } from '../process/steps.ts';
import type { ExtensionReason } from '../rules/rule-set.ts';
import type { LetterReply, SurveyRecord } from '../survey/survey.ts';
import type { IsoDate } from '../values/iso-date.ts';
import type { CaseDocument } from './case-commands.ts';
import type { CaseEventType, SupplementItem } from './case-events.ts';
import type {
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
  Proposal,
  Residence,
  TerminationReason,
  Visit,
} from './process-data.ts';

export type CaseStep = Step;

/** Something on record with the day it counts for and who did it. */
export type Dated<T> = T & { on: IsoDate; by: string };

export interface Notice {
  postedOn: IsoDate;
  places: string[];
  renewed: boolean;
  takenDownOn: IsoDate | null;
}

/** What is paid, or was decided: 分 a month or once, from a day on. */
export interface Grant {
  amountFen: number;
  method: GrantMethod;
  decidedOn: IsoDate;
  payFrom: IsoDate | null;
}

/** A case as its events tell it. */
export interface CaseState {
  step: CaseStep;
  kind: AssistanceKind;
  caseCode: string;
  townCode: string;
  villageCode: string;
  enteredBy: string;
  appliedBy: 'self' | 'agent' | 'village';
  appliedVia: 'window' | 'portal';
  pickedUp: boolean;
  applicantId: string;
  application: Application | null;
  consent: Consent | null;
  certification: Certification | null;
  signatures: Signature[];
  documents: CaseDocument[];
  supplements: { items: SupplementItem[]; limit: string; issuedOn: string }[];
  /** Feeds the clocks: kind and day, oldest first. */
  history: [kind: string, date: string][];
  /** Day of the latest event, desk work included: nothing is dated before it. */
  lastOn: IsoDate;
  /** Every step that was done, oldest first; documents refer to it by number, from 1. */
  trail: { type: CaseEventType; on: IsoDate; by: string | null }[];
  claim: { by: string; since: IsoDate; level: Level } | null;
  checks: Dated<{ request: CheckRequest; answers: CheckAnswer[] }>[];
  surveys: Dated<{ record: SurveyRecord; district: boolean; reply: LetterReply | null }>[];
  proposals: Dated<{ proposal: Proposal }>[];
  notices: Notice[];
  objections: Dated<{ objection: Objection; notice: number; reply: ObjectionReply | null }>[];
  meetings: Dated<{ meeting: Meeting }>[];
  extension: Dated<{ because: ExtensionReason; reason: string }> | null;
  duplicates: Dated<{ duplicate: Duplicate; resolution: DuplicateResolution | null; reason: string }>[];
  issued: Dated<{ issued: IssuedDocument }>[];
  /** `evidenceCount` when the case came back: something newer is asked for. */
  evidenceBefore: number;
  grant: Grant | null;
  residence: Residence | null;
  visits: Dated<{ visit: Visit }>[];
  changes: Dated<{ change: HouseholdChange; hearings: Hearing[] }>[];
  /** Why it came to its end, in the words of whoever decided. */
  ending: { because: TerminationReason | EndReason | null; reason: string } | null;
}

/** Members as they are now; the applicant is among them. */
export const membersOf = (state: CaseState): Application['members'] => state.application?.members ?? [];

/** What was found out so far, in number; compared with `evidenceBefore`. A letter nobody answered found nothing. */
export const evidenceCount = ({ surveys, meetings }: CaseState): number =>
  surveys.filter(({ record, reply }) => record.method !== 'letter' || reply !== null).length +
  meetings.length;

/** The latest proposal, notice: what the next step builds on. */
export const lastProposal = (state: CaseState): Proposal | null => state.proposals.at(-1)?.proposal ?? null;

/** Near relatives were declared (近亲属备案), with or without their names. */
export const relativesDeclared = (state: CaseState): boolean => state.application?.kinship.declared === true;

export const openDuplicates = (state: CaseState): Duplicate[] =>
  state.duplicates.filter(({ resolution }) => resolution === null).map(({ duplicate }) => duplicate);

/** Somebody of the household is helped by another case, as was decided; that person must leave this one first. */
export const keptElsewhere = (state: CaseState): Duplicate[] =>
  state.duplicates
    .filter(({ resolution }) => resolution === 'keepOther')
    .map(({ duplicate }) => duplicate)
    .filter(({ personId }) => membersOf(state).some(({ id }) => id === personId));
