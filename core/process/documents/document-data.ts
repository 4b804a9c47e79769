import { DocumentData } from '../../../domain/official-documents/document-kinds.ts';
import type { DocumentKind } from '../../../domain/process/process.ts';
import { adjustmentNotice, hearingRecord, visitRecord } from './after-papers.ts';
import { confirmationNotice, refusalNotice } from './decision-papers.ts';
import {
  abandonNotice,
  acceptanceNotice,
  extensionNotice,
  supplementNotice,
  terminationNotice,
  withdrawalNotice,
} from './intake-papers.ts';
import { objectionReply, publication, publicNotice, renewedNotice } from './notice-papers.ts';
import type { Paper, StepPaper } from './paper.ts';
import { surveyHomeForm, surveyLetter, surveyNeighbourForm, surveyResultNotice } from './survey-papers.ts';

const ofStep = {
  ...{
    acceptanceNotice,
    supplementNotice,
    abandonNotice,
    withdrawalNotice,
    terminationNotice,
    extensionNotice,
  },
  ...{ surveyHomeForm, surveyNeighbourForm, surveyLetter, surveyResultNotice },
  ...{ publicNotice, renewedNotice, objectionReply, publication, confirmationNotice, refusalNotice },
  ...{ visitRecord, hearingRecord, adjustmentNotice },
} satisfies Partial<Record<DocumentKind, (paper: StepPaper) => DocumentData>>;

const blank = { surveyHomeForm, surveyNeighbourForm, surveyLetter, visitRecord, hearingRecord };
export type BlankKind = keyof typeof blank;

/** What a paper that a step led to says; null for a kind that no step leads to. Throws for a step that cannot have led to it. */
export function documentDataOf(document: DocumentKind, paper: StepPaper): DocumentData | null {
  const make: ((paper: StepPaper) => DocumentData) | undefined =
    document in ofStep ? ofStep[document as keyof typeof ofStep] : undefined;
  return make ? DocumentData.parse(printable(make(paper))) : null;
}

/** A form to take along, without number: what is known stands in it. */
export const blankDataOf = (document: BlankKind, paper: Paper): DocumentData =>
  DocumentData.parse(printable(blank[document](paper)));

/** What people paste into a field brings tabs and other controls along that no paper can show. */
function printable(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n').replace(/(?!\n)\p{Cc}/gu, ' ');
  if (Array.isArray(value)) return value.map(printable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, printable(inner)]));
}
