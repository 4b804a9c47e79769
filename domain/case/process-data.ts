import { z } from 'zod';
import { IncomeForm } from '../application/forms.ts';
import { ExpensesForm, SelfCareForm } from '../application/kind-forms.ts';
import { Page, Signature } from '../application/evidence.ts';
import { Person } from '../application/person.ts';
import { DocumentKind } from '../process/process.ts';
import { SignedName } from '../survey/survey.ts';
import { Fen } from '../values/fen.ts';
import { Instant } from '../values/instant.ts';
import { IsoDate } from '../values/iso-date.ts';

/** Free text that somebody has to write; never empty. */
export const Reason = z.string().trim().min(2).max(500);
const Text = z.string().max(1000);
export const Photos = z.array(Page).max(30);

/** What the town found, which the amount is reckoned from; the declared answers stay as they were. */
export const Verified = z.strictObject({
  income: IncomeForm,
  propertyComplies: z.boolean(),
  expenses: ExpensesForm.optional(),
  selfCare: SelfCareForm.optional(),
  /** 分, of 临时救助. */
  neededFen: Fen.optional(),
});
export type Verified = z.infer<typeof Verified>;

export const GrantMethod = z.enum(['difference', 'band', 'standard', 'oneOff', 'status']);
export type GrantMethod = z.infer<typeof GrantMethod>;

/** 初审意见: eligible or not, from which figures, how much, why. */
export const Proposal = z.strictObject({
  eligible: z.boolean(),
  verified: Verified,
  method: GrantMethod,
  /** 分 a month, or once; 0 for a status and when not eligible. */
  amountFen: Fen,
  amountsId: z.string().max(40),
  reason: Reason,
});
export type Proposal = z.infer<typeof Proposal>;

/** 异议: by anybody, about this notice; `receivedAt` decides whether it was in time, not when it was typed. */
export const Objection = z.strictObject({
  objectionId: z.uuid(),
  by: z.string().max(60),
  contact: z.string().max(60),
  text: z.string().trim().min(2).max(2000),
  receivedAt: Instant,
});
export type Objection = z.infer<typeof Objection>;

export const ObjectionReply = z.strictObject({
  objectionId: z.uuid(),
  outcome: z.enum(['confirmed', 'notConfirmed', 'partly']),
  reply: Reason,
  told: z.enum(['inPerson', 'phone', 'letter', 'notReachable']),
});
export type ObjectionReply = z.infer<typeof ObjectionReply>;

/** 民主评议, only for disputed cases. */
export const Meeting = z.strictObject({
  on: IsoDate,
  participants: z.int().min(3).max(200),
  forIt: z.int().min(0),
  against: z.int().min(0),
  minutes: Reason,
  photos: Photos,
});
export type Meeting = z.infer<typeof Meeting>;

/** What changes in a household while its case is open. */
export const Amendment = z.discriminatedUnion('change', [
  z.strictObject({ change: z.literal('memberAdded'), member: Person, signature: Signature }),
  z.strictObject({
    change: z.literal('memberLeft'),
    memberId: z.uuid(),
    because: z.enum(['deceased', 'movedOut', 'other']),
    note: Text,
  }),
  /** The applicant died or cannot go on; somebody of the household takes the place, the days already used count on. */
  z.strictObject({
    change: z.literal('applicantReplaced'),
    applicantId: z.uuid(),
    because: z.enum(['deceased', 'movedOut', 'other']),
    note: Text,
    /** Needed where the new applicant has not signed yet. */
    signature: Signature.optional(),
  }),
  z.strictObject({ change: z.literal('agentWithdrew'), note: Text }),
  z.strictObject({
    change: z.literal('villageChanged'),
    villageCode: z.string().regex(/^\d{12}$/),
    note: Text,
  }),
]);
export type Amendment = z.infer<typeof Amendment>;

export const TerminationReason = z.enum(['noCooperation', 'deceased', 'movedAway', 'other']);
export type TerminationReason = z.infer<typeof TerminationReason>;

/** How a recipient household lives, which decides how the yearly visit is done. */
export const Residence = z.enum(['home', 'separatedCentral', 'outside']);
export type Residence = z.infer<typeof Residence>;

export const VisitMode = z.enum(['home', 'inPerson', 'phone', 'video']);
export type VisitMode = z.infer<typeof VisitMode>;

/** 定期探访记录. */
export const Visit = z.strictObject({
  visitId: z.uuid(),
  on: IsoDate,
  mode: VisitMode,
  visitors: z.array(z.string().min(1).max(60)).min(1).max(6),
  found: Text,
  needs: Text,
  /** Something changed that may touch the assistance: it is reported as a change of its own. */
  changed: z.boolean(),
  photos: Photos,
  signatures: z.array(SignedName).max(10),
});
export type Visit = z.infer<typeof Visit>;

export const HouseholdChange = z.strictObject({
  what: z.enum(['members', 'income', 'property', 'health', 'residence', 'deceased', 'other']),
  note: Reason,
  by: z.enum(['household', 'village', 'grid', 'check', 'visit', 'alert']),
  on: IsoDate,
});
export type HouseholdChange = z.infer<typeof HouseholdChange>;

/** 听取意见: what the person said, or that the person did not come though asked. */
export const Hearing = z.strictObject({
  on: IsoDate,
  with: z.string().min(1).max(60),
  attended: z.boolean(),
  said: Text,
  /** How the person was asked, when not attended. */
  asked: Text,
  pages: Photos,
});
export type Hearing = z.infer<typeof Hearing>;

export const EndReason = z.enum(['aboveStandard', 'property', 'deceased', 'movedAway', 'ownWish', 'other']);
export type EndReason = z.infer<typeof EndReason>;

/** An official document as it was given out; its page lies in the archive. */
export const IssuedDocument = z.strictObject({
  document: DocumentKind,
  /** 文号. */
  number: z.string().min(3).max(60),
  /** Number of the entry in the case's trail that it belongs to, from 1. */
  about: z.int().positive(),
  page: Page,
});
export type IssuedDocument = z.infer<typeof IssuedDocument>;

export const DuplicateResolution = z.enum(['otherPerson', 'keepThis', 'keepOther', 'bothLawful']);
export type DuplicateResolution = z.infer<typeof DuplicateResolution>;

/** The same ID number in another open case, perhaps of another town: no name goes along. */
export const Duplicate = z.strictObject({
  personId: z.uuid(),
  otherCaseId: z.uuid(),
  otherCaseCode: z.string().max(40),
  otherTownCode: z.string().length(9),
});
export type Duplicate = z.infer<typeof Duplicate>;
