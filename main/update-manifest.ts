import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { z } from 'zod';

const version = z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/);
/** SHA-512 in base64, as electron-updater's own feed writes it. */
const sha512 = z.string().regex(/^[A-Za-z0-9+/]{86}==$/);

/** What the publisher promises about one release. */
export const UpdateManifest = z.strictObject({
  version,
  channel: z.string().regex(/^[a-z]{1,20}$/),
  /** Older installations have to take a release between first. */
  minimumVersion: version,
  /** Grows with every manifest ever published on a channel; a smaller one than seen before is an old one replayed. */
  serial: z.int().positive(),
  files: z
    .array(z.strictObject({ name: z.string().min(1).max(200), sha512, size: z.int().positive() }))
    .min(1),
});
export type UpdateManifest = z.infer<typeof UpdateManifest>;

/** The signature covers the exact text in `manifest`: no canonical form to disagree about. */
const SignedManifest = z.strictObject({ manifest: z.string().max(64 * 1024), signature: z.base64() });

export type ManifestRefusal =
  | 'update.malformed'
  | 'update.badSignature'
  | 'update.otherChannel'
  | 'update.rolledBack'
  | 'update.skipsVersion';

export interface ManifestContext {
  currentVersion: string;
  channel: string;
  /** Highest serial this device has accepted; 0 at first. */
  lastSerial: number;
}

/** Orders release versions `a.b.c`: negative when `left` is older. */
export function compareVersions(left: string, right: string): number {
  const [a, b] = [left, right].map((text) => text.split('.').map(Number));
  for (let index = 0; index < 3; index += 1) {
    const difference = (a?.[index] ?? 0) - (b?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Public key from the 32 raw bytes in base64. Throws when they are not 32. */
export function publisherKey(base64: string): KeyObject {
  const raw = Buffer.from(base64, 'base64');
  if (raw.length !== 32) throw new Error('an Ed25519 public key has 32 bytes');
  return createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') },
    format: 'jwk',
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Decides whether a signed manifest may be acted on. Nothing in it is read before the signature holds. A manifest for the
 * version that runs already, or an older one, is fine and simply no update.
 */
export function checkManifest(
  text: string,
  key: KeyObject,
  context: ManifestContext,
): { ok: true; manifest: UpdateManifest; newer: boolean } | { ok: false; code: ManifestRefusal } {
  const refuse = (code: ManifestRefusal) => ({ ok: false as const, code });
  const signed = SignedManifest.safeParse(parseJson(text));
  if (!signed.success) return refuse('update.malformed');
  const signature = Buffer.from(signed.data.signature, 'base64');
  if (!verify(null, Buffer.from(signed.data.manifest), key, signature)) return refuse('update.badSignature');
  const parsed = UpdateManifest.safeParse(parseJson(signed.data.manifest));
  if (!parsed.success) return refuse('update.malformed');
  const manifest = parsed.data;
  if (manifest.channel !== context.channel) return refuse('update.otherChannel');
  if (manifest.serial < context.lastSerial) return refuse('update.rolledBack');
  const newer = compareVersions(manifest.version, context.currentVersion) > 0;
  if (newer && compareVersions(context.currentVersion, manifest.minimumVersion) < 0)
    return refuse('update.skipsVersion');
  return { ok: true, manifest, newer };
}

/** The publisher's side: the text to put into the feed as `manifest-<channel>.json`. */
export function signManifest(manifest: UpdateManifest, privateKey: KeyObject): string {
  const text = JSON.stringify(UpdateManifest.parse(manifest));
  return JSON.stringify({
    manifest: text,
    signature: sign(null, Buffer.from(text), privateKey).toString('base64'),
  });
}
