import { z } from 'zod';
import type { KindSpec } from './define-kind.ts';
import { abandonNotice } from './kinds/abandon-notice.ts';
import { acceptanceNotice } from './kinds/acceptance-notice.ts';
import { adjustmentNotice } from './kinds/adjustment-notice.ts';
import { certificationForm, visitRecord } from './kinds/care-records.ts';
import { confirmationNotice } from './kinds/confirmation-notice.ts';
import { terminationNotice, withdrawalNotice } from './kinds/ended-notices.ts';
import { extensionNotice } from './kinds/extension-notice.ts';
import { hearingRecord } from './kinds/hearing-record.ts';
import { objectionReply } from './kinds/objection-reply.ts';
import { publicNotice, renewedNotice } from './kinds/public-notice.ts';
import { publication } from './kinds/publication.ts';
import { refusalNotice } from './kinds/refusal-notice.ts';
import { supplementNotice } from './kinds/supplement-notice.ts';
import { surveyHomeForm, surveyNeighbourForm } from './kinds/survey-forms.ts';
import { surveyLetter } from './kinds/survey-letter.ts';
import { surveyResultNotice } from './kinds/survey-result-notice.ts';

/** Every kind of official document, in the order of a case's life. */
export const documentKinds = {
  acceptanceNotice,
  supplementNotice,
  abandonNotice,
  surveyHomeForm,
  surveyNeighbourForm,
  surveyLetter,
  surveyResultNotice,
  publicNotice,
  objectionReply,
  renewedNotice,
  extensionNotice,
  confirmationNotice,
  refusalNotice,
  publication,
  withdrawalNotice,
  terminationNotice,
  hearingRecord,
  adjustmentNotice,
  visitRecord,
  certificationForm,
} as const;

export type DocumentKind = keyof typeof documentKinds;
export const documentKindNames = Object.keys(documentKinds) as DocumentKind[];
export const DocumentKind = z.enum(documentKindNames);

/** All a document says, by its kind; strict, so that no field too many reaches paper. */
export const DocumentData = z.discriminatedUnion('kind', [
  acceptanceNotice.schema,
  supplementNotice.schema,
  abandonNotice.schema,
  surveyHomeForm.schema,
  surveyNeighbourForm.schema,
  surveyLetter.schema,
  surveyResultNotice.schema,
  publicNotice.schema,
  objectionReply.schema,
  renewedNotice.schema,
  extensionNotice.schema,
  confirmationNotice.schema,
  refusalNotice.schema,
  publication.schema,
  withdrawalNotice.schema,
  terminationNotice.schema,
  hearingRecord.schema,
  adjustmentNotice.schema,
  visitRecord.schema,
  certificationForm.schema,
]);
export type DocumentData = z.infer<typeof DocumentData>;

/** The kind without its data's type, for code that treats all alike. */
export const specOf = (kind: DocumentKind): KindSpec => documentKinds[kind];
