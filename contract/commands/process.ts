import { z } from 'zod';
import { Digest, PageMime } from '../../domain/application/evidence.ts';
import { StaffCommand } from '../../domain/case/staff-commands.ts';
import { DocumentKind } from '../../domain/process/process.ts';
import { command, staffModes } from '../define.ts';
import type { failures, FailureCode } from '../failures.ts';
import { processFailures } from '../failures/process.ts';
import { AddedPage, ProcessView } from '../views/process.ts';
import { CaseSummary } from '../views.ts';

const caseId = z.uuid();
/** Everybody with an account who has anything to do with cases. */
const staff = [
  'windowClerk',
  'townReviewer',
  'townHead',
  'village',
  'grid',
  'districtReviewer',
  'districtHead',
] as const;
const seen = ['case.notFound', 'case.notYourArea', 'case.tampered'] as const;
const ruled = [
  ...seen,
  ...(Object.keys(processFailures) as (keyof typeof processFailures)[]),
  'case.wrongStep',
  'case.notYourRole',
  'case.roleExpired',
  'case.sameReviewer',
  'supplement.alreadyIssued',
  'supplement.limitPast',
  'supplement.limitNotPassed',
  'submit.membersInvalid',
  'submit.signatureMissing',
  'amounts.noneInForce',
  'calendar.unpublished',
  'page.notFound',
] as const satisfies readonly FailureCode[];

export const processCommands = {
  /** The one door for every step of the procedure: the rules of the case's own rule set say yes or no. */
  'case.act': command({
    input: z.strictObject({ caseId, command: StaffCommand }),
    output: z.strictObject({ summary: CaseSummary }),
    failures: ruled,
    access: staff,
    modes: staffModes,
  }),
  'case.process': command({
    input: z.strictObject({ caseId }),
    output: z.strictObject({ process: ProcessView }),
    failures: seen,
    access: staff,
    modes: staffModes,
  }),
  /** Archives a photo, paper or signature picture for a coming `case.act`; nothing of it is on record before that. */
  'case.addPage': command({
    input: z.strictObject({
      caseId,
      mime: PageMime,
      source: z.enum(['camera', 'scanner', 'file', 'still']),
    }),
    output: AddedPage,
    failures: [...seen, 'page.tooLarge', 'page.notAnImage', 'page.pdfWithScript', 'page.typeMismatch'],
    access: staff,
    modes: staffModes,
    binary: 'in',
  }),
  /** Makes an official document that a step led to, files it in the dossier and gives its PDF in the reply's bytes. */
  'case.issueDocument': command({
    input: z.strictObject({ caseId, document: DocumentKind, about: z.int().positive() }),
    output: z.strictObject({ number: z.string(), digest: Digest, fileName: z.string() }),
    failures: [
      ...seen,
      ...(['document.notDue', 'case.notYourRole', 'case.roleExpired', 'receipt.glyphMissing'] as const),
      // One issued before, whose file cannot be had now.
      ...(['page.notFound', 'page.damaged', 'district.unreachable'] as const),
    ],
    access: staff,
    modes: staffModes,
    binary: 'out',
  }),
  /** A form to be taken along and filled in by hand: not filed, no number. */
  'case.blankForm': command({
    input: z.strictObject({
      caseId,
      document: z.enum([
        'surveyHomeForm',
        'surveyNeighbourForm',
        'surveyLetter',
        'visitRecord',
        'hearingRecord',
      ]),
    }),
    output: z.strictObject({ fileName: z.string() }),
    failures: [...seen, 'receipt.glyphMissing'],
    access: staff,
    modes: staffModes,
    binary: 'out',
  }),
  'case.printDocument': command({
    input: z.strictObject({ caseId, digest: Digest }),
    output: z.strictObject({ printer: z.string() }),
    failures: [
      ...seen,
      ...([
        'page.notFound',
        'page.damaged',
        'district.unreachable',
        'printer.absent',
        'printer.failed',
      ] as const),
    ],
    access: staff,
    modes: staffModes,
  }),
  /** Fetches what came in online for this town and notes that it was looked for (twice each working day). */
  'pickup.run': command({
    input: z.strictObject({}),
    output: z.strictObject({ waiting: z.array(CaseSummary), at: z.string() }),
    failures: ['district.unreachable', 'district.answeredBadly', 'district.certificate'],
    access: ['windowClerk', 'townReviewer', 'townHead'],
    modes: staffModes,
  }),
} as const;

/** Kept in step with the table of failures. */
export type RuledFailure = (typeof ruled)[number] & keyof typeof failures;
