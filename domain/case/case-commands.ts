import { z } from 'zod';
import { Application } from '../application/application.ts';
import { Certification, Consent, Page, Signature } from '../application/evidence.ts';
import { IsoDate } from '../values/iso-date.ts';
import { SupplementItem } from './case-events.ts';

const Document = z.strictObject({
  documentId: z.uuid(),
  slot: z.string().max(40),
  memberId: z.uuid().nullable(),
  pages: z.array(Page).min(1).max(200),
});
export type CaseDocument = z.infer<typeof Document>;

/** Everything anybody may ask of a case; the same values travel to the district, which decides again. */
export const CaseCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('submit'),
    caseCode: z.string().min(6).max(40),
    draftId: z.uuid(),
    application: Application,
    consent: Consent,
    certification: Certification,
    signatures: z.array(Signature).max(21),
    documents: z.array(Document).max(100),
  }),
  z.strictObject({ type: z.literal('accept') }),
  z.strictObject({
    type: z.literal('issueSupplement'),
    items: z.array(SupplementItem).min(1).max(50),
    limit: IsoDate,
    reason: z.string().max(500).nullable(),
  }),
  z.strictObject({ type: z.literal('provideSupplement'), documents: z.array(Document).min(1).max(100) }),
  z.strictObject({ type: z.literal('withdraw'), reason: z.string().max(500) }),
  z.strictObject({ type: z.literal('abandon') }),
]);
export type CaseCommand = z.infer<typeof CaseCommand>;
