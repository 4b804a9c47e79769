import { z } from 'zod';
import { Application } from '../../domain/application/application.ts';
import { Consent, PageMime, Signature } from '../../domain/application/evidence.ts';
import { Slot } from '../../domain/materials/slots.ts';
import { AmountsList } from '../../domain/rules/amounts-list.ts';
import { Instant } from '../../domain/values/instant.ts';
import { IsoDate } from '../../domain/values/iso-date.ts';
import { maxPageBytes } from './check-file.ts';

/** A whole application with its files; larger ones are for the window. */
export const portalBodyLimit = 64 * 1024 * 1024;

const file = (what: string) =>
  z
    .string()
    .min(4)
    .max(Math.ceil(maxPageBytes / 3) * 4)
    .meta({ contentEncoding: 'base64', description: what });

/** 授权书 as it was signed on the portal's page; the picture of the signature comes with it. */
const PortalSignature = Signature.omit({ imageDigest: true, imageBytes: true }).extend({
  image: file('Picture of the signature, PNG in base64'),
});

const PortalDocument = z.strictObject({
  slot: Slot,
  memberId: z.uuid().nullable(),
  pages: z
    .array(z.strictObject({ mime: PageMime, content: file('JPEG, PNG or PDF in base64, at most 20 MB') }))
    .min(1)
    .max(60),
});

/** How the portal knows who applied (实名认证). */
const PortalCertification = z.strictObject({
  personId: z.uuid().describe('The first member: the applicant'),
  provider: z.string().trim().min(2).max(80).describe('Whose check of identity it was'),
  reference: z.string().trim().min(1).max(120).describe('The portal’s own number of that check'),
  checkedAt: Instant,
});

/**
 * An application from home. What is reckoned (arithmetic, result of the kind) is left out: the district does it by its
 * own amounts.
 */
export const PortalApplication = z.strictObject({
  portalId: z
    .uuid()
    .describe('The portal’s own number of the application; sending it again is the same application'),
  application: Application.omit({ arithmetic: true, result: true }),
  consent: Consent,
  certification: PortalCertification,
  signatures: z.array(PortalSignature).max(21),
  documents: z.array(PortalDocument).max(100),
  submittedAt: Instant.describe(
    'When the applicant sent it; the periods run from the day it is taken in here',
  ),
});
export type PortalApplication = z.infer<typeof PortalApplication>;

export const PortalReceipt = z.strictObject({ caseNo: z.string(), caseCode: z.string(), caseId: z.uuid() });
export type PortalReceipt = z.infer<typeof PortalReceipt>;

/** Steps and days only. */
export const PortalProgress = z.strictObject({
  ...PortalReceipt.shape,
  receivedAt: Instant,
  step: z.string().describe('Where the case is now'),
  history: z.array(z.strictObject({ what: z.string(), on: IsoDate })),
});

/** What a portal needs to know to ask for the right things. */
export const PortalTerms = z.strictObject({
  amounts: AmountsList,
  verifiable: z.array(Slot),
  towns: z.array(z.strictObject({ code: z.string(), name: z.string() })),
  serverTime: Instant,
});
