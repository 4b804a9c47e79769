import { z } from 'zod';
import { Arithmetic, AssistanceKind, Application } from '../domain/application/application.ts';
import { Certification, Consent, Evidence, Page, Signature } from '../domain/application/evidence.ts';
import { DraftSections } from '../domain/application/forms.ts';
import { taskNames } from '../domain/application/kind-tasks.ts';
import { SupplementItem } from '../domain/case/case-events.ts';
import { Role } from '../domain/log/event-envelope.ts';
import { Slot } from '../domain/materials/slots.ts';
import { LocalAmounts } from '../domain/rules/local-amounts.ts';
import { Instant } from '../domain/values/instant.ts';
import { IsoDate } from '../domain/values/iso-date.ts';

/** A due date, or the reason why it cannot be computed yet. */
export const DueDate = z.union([IsoDate, z.literal('calendar.unpublished')]).nullable();
export type DueDate = z.infer<typeof DueDate>;

export const Account = z.strictObject({
  id: z.uuid(),
  username: z.string().max(40),
  displayName: z.string().max(40),
  role: Role,
  areaCode: z.string(),
  areaName: z.string().max(80),
  /** Last day of the role; absent: until it is taken away. */
  roleUntil: IsoDate.optional(),
});
export type Account = z.infer<typeof Account>;

export const SyncSummary = z.strictObject({
  online: z.boolean(),
  waiting: z.int().nonnegative(),
  attention: z.int().nonnegative(),
  lastSyncAt: Instant.nullable(),
  /** Minutes by which this computer's clock runs ahead of the district's; negative: behind; null: not compared yet. */
  clockAheadMinutes: z.int().nullable(),
});
export type SyncSummary = z.infer<typeof SyncSummary>;

export const DraftSummary = z.strictObject({
  id: z.uuid(),
  kind: AssistanceKind,
  applicantName: z.string(),
  maskedId: z.string(),
  updatedAt: Instant,
});
export type DraftSummary = z.infer<typeof DraftSummary>;

const ChangedLine = z.strictObject({ label: z.string(), before: z.string(), after: z.string() });
const Titles = z.strictObject({ before: z.string(), after: z.string() }).nullable();

/** What is different since the draft was begun, in words. */
export const DraftChangesView = z.strictObject({
  ruleSet: Titles,
  amounts: Titles,
  periods: z.array(ChangedLine),
  figures: z.array(ChangedLine),
  results: z.array(ChangedLine),
  newTasks: z.array(z.enum(taskNames)),
});

/** A draft as its owner sees it. Signature pictures and pages are read by their own command. */
export const DraftView = z.strictObject({
  id: z.uuid(),
  kind: AssistanceKind,
  ruleSetId: z.string(),
  townCode: z.string(),
  revision: z.int().nonnegative(),
  createdAt: Instant,
  updatedAt: Instant,
  sections: DraftSections,
  evidence: Evidence,
  /** The amounts in force today and the verified materials, so that the page reckons with the same. */
  amounts: LocalAmounts,
  verifiable: z.array(Slot),
  /** Null while the rules and amounts are those it was begun under. */
  changes: DraftChangesView.nullable(),
});
export type DraftView = z.infer<typeof DraftView>;

/** Where a record stands on its way to the district. */
export const SyncState = z.enum(['local', 'sending', 'acknowledged', 'attention']);
export type SyncState = z.infer<typeof SyncState>;

export const CaseSummary = z.strictObject({
  id: z.uuid(),
  kind: AssistanceKind,
  step: z.string(),
  caseCode: z.string(),
  /** The district's number; null until it has acknowledged. */
  caseNo: z.string().nullable(),
  applicantName: z.string(),
  maskedId: z.string(),
  householdSize: z.int().positive(),
  submittedOn: IsoDate,
  due: DueDate,
  dueKind: z.enum([
    'accept',
    'survey',
    'supplement',
    'review',
    'noticeEnds',
    'district',
    'wholeCase',
    'inform',
    'visit',
    'none',
  ]),
  /** The account that has the case on its desk; null while anybody may take it. */
  claimedBy: z.uuid().nullable(),
  /** online, kinship, duplicate, emergency, extended, objection. */
  flags: z.array(z.string()),
  /** 分 a month, or once, as confirmed. */
  amountFen: z.int().nullable(),
  sync: SyncState,
});
export type CaseSummary = z.infer<typeof CaseSummary>;

/** Working days; unknown while a year between is not published. */
const DayCount = z.union([z.int(), z.literal('calendar.unpublished')]);

/** The statutory clock of the whole case, counted today by the station's calendar. */
export const DossierClock = z.strictObject({
  usedWorkingDays: DayCount,
  /** Negative by the days overdue. */
  leftWorkingDays: DayCount,
  totalWorkingDays: z.int().positive(),
  extended: z.boolean(),
  pausedSince: IsoDate.nullable(),
});
export type DossierClock = z.infer<typeof DossierClock>;

export const DossierDocument = z.strictObject({
  documentId: z.uuid(),
  slot: z.string(),
  memberId: z.uuid().nullable(),
  pages: z.array(Page.extend({ uploaded: z.boolean() })),
});

export const DossierEvent = z.strictObject({
  version: z.int().positive(),
  type: z.string(),
  at: Instant,
  actorName: z.string(),
  role: Role,
  digest: z.string(),
});

/** 一户一档: everything on record of one case. */
export const Dossier = z.strictObject({
  summary: CaseSummary,
  townCode: z.string(),
  villageCode: z.string(),
  appliedBy: z.enum(['self', 'agent', 'village']),
  enteredByName: z.string(),
  application: Application,
  arithmetic: Arithmetic,
  consent: Consent,
  certification: Certification,
  signatures: z.array(Signature),
  documents: z.array(DossierDocument),
  supplements: z.array(z.strictObject({ items: z.array(SupplementItem), limit: IsoDate, issuedOn: IsoDate })),
  events: z.array(DossierEvent),
  /** Version of the first link that does not hold, null when the chain is whole. */
  brokenAt: z.int().nullable(),
  due: z.strictObject({
    accept: DueDate,
    survey: DueDate,
    review: DueDate,
    noticeEnds: DueDate,
    district: DueDate,
    wholeCase: DueDate,
  }),
  /** Null before acceptance. */
  clock: DossierClock.nullable(),
  /** Pages archived for the open notice and not handed in yet, counted by material; empty without an open notice. */
  supplementPages: z.array(
    z.strictObject({ slot: z.string(), memberId: z.uuid().nullable(), pages: z.int().positive() }),
  ),
  /** Materials the checking mechanism verifies here, so that no notice asks for them by itself. */
  verifiable: z.array(Slot),
});
export type Dossier = z.infer<typeof Dossier>;

/** What a resident may see of the way of the application: steps with days, no one's notes. */
export const Progress = z.strictObject({
  caseCode: z.string(),
  applicantName: z.string(),
  steps: z.array(
    z.strictObject({
      name: z.enum([
        'submitted',
        'supplement',
        'accepted',
        'survey',
        'preliminary',
        'notice',
        'confirmation',
        'publication',
        'withdrawn',
        'abandoned',
        'notEligible',
        'recheck',
        'objection',
        'resurvey',
        'extended',
        'reported',
        'returned',
        'confirmed',
        'refused',
        'granted',
        'explanation',
        'explained',
        'published',
        'registration',
        'registered',
        'receiving',
        'reassessment',
        'terminated',
        'ended',
      ]),
      state: z.enum(['done', 'current', 'ahead']),
      on: IsoDate.nullable(),
      due: DueDate,
    }),
  ),
  supplement: z.strictObject({ items: z.array(SupplementItem), limit: IsoDate }).nullable(),
});
export type Progress = z.infer<typeof Progress>;

export const OutboxItem = z.strictObject({
  id: z.uuid(),
  kind: z.enum(['events', 'file']),
  label: z.string(),
  state: SyncState,
  attempts: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  sentBytes: z.int().nonnegative(),
  failure: z.string().nullable(),
  createdAt: Instant,
});
export type OutboxItem = z.infer<typeof OutboxItem>;
