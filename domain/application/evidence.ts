import { z } from 'zod';
import { Instant } from '../values/instant.ts';

/** Lower-case hex SHA-256 of the plaintext bytes. */
export const Digest = z.string().regex(/^[0-9a-f]{64}$/);
export type Digest = z.infer<typeof Digest>;

export const PageSource = z.enum(['camera', 'scanner', 'file', 'still']);
export const PageMime = z.enum(['image/jpeg', 'image/png', 'application/pdf']);
export type PageMime = z.infer<typeof PageMime>;

/** One page as captured; its bytes are in the archive under `digest`. */
export const Page = z.strictObject({
  id: z.uuid(),
  digest: Digest,
  mime: PageMime,
  bytes: z.int().positive(),
  width: z.int().nonnegative(),
  height: z.int().nonnegative(),
  source: PageSource,
  capturedAt: Instant,
  /** Quality warnings the clerk saw and accepted. */
  warnings: z.array(z.enum(['dark', 'blurred', 'blank', 'glare', 'cutOff', 'small'])),
});
export type Page = z.infer<typeof Page>;

/** A page still in a draft: which slot of the material list it fills, whose it is, and its place. */
export const DraftPage = Page.extend({
  slot: z.string().max(40),
  memberId: z.uuid().nullable(),
  order: z.int().nonnegative(),
});
export type DraftPage = z.infer<typeof DraftPage>;

/** Separate consent to face processing (《人脸识别技术应用安全管理办法》 §5–7): the text shown is kept. */
export const Consent = z.strictObject({
  id: z.uuid(),
  decision: z.enum(['granted', 'declined', 'withdrawn']),
  text: z.string().min(10).max(4000),
  textVersion: z.string().max(40),
  at: Instant,
});
export type Consent = z.infer<typeof Consent>;

/** One stroke: points of x, y in 0…1 of the pad's width and height, t in ms since the first point, pressure 0…1. */
export const Stroke = z
  .array(z.strictObject({ x: z.number(), y: z.number(), t: z.number(), p: z.number() }))
  .min(1)
  .max(5000);
export const Strokes = z.array(Stroke).min(1).max(500);
export type Strokes = z.infer<typeof Strokes>;

/** 授权书 signed on the pad: what was read, the strokes, the picture's digest and the time. */
export const Signature = z.strictObject({
  memberId: z.uuid(),
  signerId: z.uuid(),
  role: z.enum(['self', 'guardian']),
  text: z.string().min(10).max(8000),
  textVersion: z.string().max(40),
  strokes: Strokes,
  imageDigest: Digest,
  imageBytes: z.int().positive(),
  at: Instant,
});
export type Signature = z.infer<typeof Signature>;

export const FaceModel = z.strictObject({
  name: z.string().max(80),
  digest: Digest,
  preprocessing: z.string().max(80),
});
export type FaceModel = z.infer<typeof FaceModel>;

/** One attempt to match; carries no template and no picture: they stay on the device. */
export const FaceAttempt = z.strictObject({
  at: Instant,
  score: z.number().min(-1).max(1),
  threshold: z.number().min(0).max(1),
  accepted: z.boolean(),
  frames: z.int().positive(),
  rejectedFrames: z.record(z.string().max(20), z.int().nonnegative()),
  model: FaceModel,
});
export type FaceAttempt = z.infer<typeof FaceAttempt>;

/** The certification on record: by face with every attempt, by a person with the reason, or by the portal people log in to. */
export const Certification = z.strictObject({
  personId: z.uuid(),
  method: z.enum(['face', 'manual', 'portal']),
  accepted: z.boolean(),
  consentId: z.uuid().nullable(),
  attempts: z.array(FaceAttempt).max(2),
  manualReason: z
    .enum(['declined', 'noPhoto', 'twoFailures', 'cannotUse', 'cameraProblem', 'other'])
    .nullable(),
  note: z.string().max(500),
  decidedBy: z.uuid(),
  at: Instant,
});
export type Certification = z.infer<typeof Certification>;

export const Evidence = z.strictObject({
  pages: z.array(DraftPage),
  signatures: z.array(Signature),
  consent: Consent.nullable(),
  certification: Certification.nullable(),
  /** Failed attempts so far; after two a person decides. */
  faceAttempts: z.array(FaceAttempt).max(2),
});
export type Evidence = z.infer<typeof Evidence>;
