import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  checkManifest,
  compareVersions,
  publisherKey,
  signManifest,
  type UpdateManifest,
} from './update-manifest.ts';

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519').privateKey;
const sha512 = `${'A'.repeat(86)}==`;
const manifest: UpdateManifest = {
  version: '1.2.3',
  channel: 'latest',
  minimumVersion: '1.0.0',
  serial: 7,
  files: [{ name: 'app.deb', sha512, size: 10 }],
};
const context = { currentVersion: '1.2.2', channel: 'latest', lastSerial: 7 };
const check = (text: string, more: Partial<typeof context> = {}) =>
  checkManifest(text, publicKey, { ...context, ...more });
const signed = (more: Partial<UpdateManifest> = {}): string =>
  signManifest({ ...manifest, ...more }, privateKey);

test('a signed manifest for a newer version is taken', () => {
  expect(check(signed())).toEqual({ ok: true, manifest, newer: true });
});
test('the same version or an older one is no update', () => {
  expect(check(signed(), { currentVersion: '1.2.3' })).toMatchObject({ ok: true, newer: false });
  expect(check(signed(), { currentVersion: '1.10.0' })).toMatchObject({ ok: true, newer: false });
});
test('the raw public key reads back', () => {
  const raw = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64');
  expect(checkManifest(signed(), publisherKey(raw), context).ok).toBe(true);
  expect(() => publisherKey('AAAA')).toThrow('32 bytes');
});

const forged = JSON.stringify({
  ...JSON.parse(signed()),
  manifest: JSON.stringify({ ...manifest, version: '9.9.9' }),
});
test.each([
  ['another signer', signManifest(manifest, stranger), {}, 'update.badSignature'],
  ['a changed text under a good signature', forged, {}, 'update.badSignature'],
  [
    'an empty signature',
    JSON.stringify({ manifest: JSON.stringify(manifest), signature: '' }),
    {},
    'update.badSignature',
  ],
  ['another channel', signed(), { channel: 'beta' }, 'update.otherChannel'],
  ['an older manifest replayed', signed({ serial: 6 }), {}, 'update.rolledBack'],
  ['a version that may not be skipped to', signed(), { currentVersion: '0.9.9' }, 'update.skipsVersion'],
  ['a page instead of JSON', '<html>', {}, 'update.malformed'],
  ['no manifest', '{}', {}, 'update.malformed'],
])('not %s', (_what, text, more, code) => expect(check(text, more)).toEqual({ ok: false, code }));

test('nothing unsound is ever signed', () => {
  expect(() => signed({ version: '1.2' })).toThrow();
  expect(() => signed({ files: [] })).toThrow();
});
test('versions are ordered by number', () => {
  expect(compareVersions('1.10.0', '1.9.9')).toBeGreaterThan(0);
  expect(compareVersions('1.2.3', '1.2.3')).toBe(0);
  expect(compareVersions('0.9.9', '1.0.0')).toBeLessThan(0);
});
