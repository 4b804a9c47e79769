import { z } from 'zod';
import { Application, AssistanceKind } from '../application/application.ts';
import { Certification, Consent, Page, Signature } from '../application/evidence.ts';
import { IsoDate } from '../values/iso-date.ts';

/** What the supplement notice asks for; the list is locked once issued. */
export const SupplementItem = z.strictObject({
  slot: z.string().max(40),
  memberId: z.uuid().nullable(),
  note: z.string().min(1).max(300),
});
export type SupplementItem = z.infer<typeof SupplementItem>;

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
} as const;

export type CaseEventType = keyof typeof caseEventData;
export type CaseEvent = {
  [T in CaseEventType]: { type: T; data: z.infer<(typeof caseEventData)[T]> };
}[CaseEventType];
