import { z } from 'zod';
import { SupplementItem } from '../../domain/case/case-events.ts';
import { PageMime } from '../../domain/application/evidence.ts';
import { IsoDate } from '../../domain/values/iso-date.ts';
import { anyMode, command, staffModes } from '../define.ts';
import { CaseSummary, Dossier, Progress } from '../views.ts';

/** todo: what waits for my role; mine: on my desk; overdue: past its day, or due today; the rest by what they hold. */
export const QueueName = z.enum([
  'todo',
  'mine',
  'overdue',
  'online',
  'kinship',
  'duplicate',
  'recipients',
  'visits',
]);
export type QueueName = z.infer<typeof QueueName>;

const caseId = z.uuid();
const staff = [
  'windowClerk',
  'townReviewer',
  'townHead',
  'village',
  'districtReviewer',
  'districtHead',
] as const;
const reviewers = ['townReviewer', 'townHead'] as const;
const seen = ['case.notFound', 'case.notYourArea', 'case.tampered'] as const;
/** Why somebody looks at a person's data; kept with the read (L §70). */
const purpose = z.enum(['handling', 'residentAsks', 'supervision']);

export const caseCommands = {
  'case.list': command({
    input: z.strictObject({
      /** One step, or all. */
      step: z.string().max(20).nullable(),
      search: z.string().max(60),
      /** Which queue; absent: every case of the area. */
      queue: QueueName.optional(),
      /** First row, from 0; a page holds at most 200. */
      offset: z.int().nonnegative().optional(),
    }),
    output: z.strictObject({
      cases: z.array(CaseSummary),
      /** Of the whole area, by step. */
      counts: z.record(z.string(), z.int()),
      /** By queue. */
      queues: z.record(z.string(), z.int()),
      /** Of this list, on all pages. */
      total: z.int().nonnegative(),
    }),
    failures: [],
    access: staff,
    modes: staffModes,
  }),
  'case.dossier': command({
    input: z.strictObject({ caseId, purpose }),
    output: z.strictObject({ dossier: Dossier }),
    failures: seen,
    access: staff,
    modes: staffModes,
  }),
  /** Opens one page or signature picture by its digest, after checking it. */
  'case.readPage': command({
    input: z.strictObject({ caseId, digest: z.string().length(64) }),
    output: z.strictObject({ mime: PageMime }),
    failures: [...seen, 'page.notFound', 'page.damaged', 'district.unreachable'],
    access: staff,
    modes: staffModes,
    binary: 'out',
  }),
  'case.accept': command({
    input: z.strictObject({ caseId }),
    output: z.strictObject({ summary: CaseSummary }),
    failures: [...seen, 'case.wrongStep', 'case.notYourRole', 'case.sameReviewer'],
    access: reviewers,
    modes: staffModes,
  }),
  'case.issueSupplement': command({
    input: z.strictObject({
      caseId,
      items: z.array(SupplementItem).min(1).max(50),
      limit: IsoDate,
      reason: z.string().max(500).nullable(),
    }),
    output: z.strictObject({ summary: CaseSummary }),
    failures: [
      ...seen,
      'case.wrongStep',
      'case.notYourRole',
      'case.sameReviewer',
      'supplement.alreadyIssued',
      'supplement.limitPast',
    ],
    access: reviewers,
    modes: staffModes,
  }),
  /** Archives one page for the open supplement notice; nothing is submitted before `case.provideSupplement`. */
  'case.addSupplementPage': command({
    input: z.strictObject({
      caseId,
      slot: z.string().max(40),
      memberId: z.uuid().nullable(),
      mime: PageMime,
      width: z.int().nonnegative(),
      height: z.int().nonnegative(),
      source: z.enum(['camera', 'scanner', 'file', 'still']),
    }),
    output: z.strictObject({ pageId: z.uuid() }),
    failures: [
      ...seen,
      'case.wrongStep',
      'page.tooLarge',
      'page.notAnImage',
      'page.pdfWithScript',
      'page.typeMismatch',
    ],
    access: ['windowClerk'],
    modes: staffModes,
    binary: 'in',
  }),
  'case.provideSupplement': command({
    input: z.strictObject({ caseId }),
    output: z.strictObject({ summary: CaseSummary }),
    failures: [...seen, 'case.wrongStep', 'case.notYourRole', 'supplement.itemsMissing'],
    access: ['windowClerk'],
    modes: staffModes,
  }),
  /** The resident's own view: by the code on the receipt and the last four characters of the ID number. */
  'case.progress': command({
    input: z.strictObject({ caseCode: z.string().max(40), idLast4: z.string().max(4) }),
    output: z.strictObject({ progress: Progress }),
    failures: ['case.notFound'],
    access: 'public',
    modes: anyMode,
  }),
  /** The receipt as PDF in the reply's bytes. */
  'case.receipt': command({
    input: z.strictObject({ caseId }),
    output: z.strictObject({ fileName: z.string(), acceptBy: z.string().nullable() }),
    failures: [...seen, 'receipt.glyphMissing'],
    access: staff,
    modes: staffModes,
    binary: 'out',
  }),
  'case.printReceipt': command({
    input: z.strictObject({ caseId }),
    output: z.strictObject({ printer: z.string() }),
    failures: [...seen, 'printer.absent', 'printer.failed', 'receipt.glyphMissing'],
    access: staff,
    modes: staffModes,
  }),
} as const;
