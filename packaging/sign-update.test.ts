import { execFileSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { checkManifest } from '../main/update-manifest.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'sign-update-'));
afterAll(() => rmSync(folder, { recursive: true }));

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const keyFile = path.join(folder, 'publisher.pem');
writeFileSync(keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }));
writeFileSync(path.join(folder, 'nuanchuang_1.2.3_amd64.deb'), 'program');
writeFileSync(path.join(folder, 'builder-debug.yml'), 'not for the feed');

const sign = (...more: string[]): string => {
  const args = ['--folder', folder, '--key', keyFile, '--version', '1.2.3', '--minimum', '1.0.0', ...more];
  const script = path.join(import.meta.dirname, 'sign-update.ts');
  return execFileSync(process.execPath, [script, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  }).trim();
};

test('signs exactly the installers, in a form the program accepts', () => {
  const text = readFileSync(sign('--serial', '7'), 'utf8');
  const checked = checkManifest(text, publicKey, {
    currentVersion: '1.2.2',
    channel: 'latest',
    lastSerial: 6,
  });
  expect(checked).toMatchObject({
    ok: true,
    newer: true,
    manifest: { serial: 7, files: [{ name: 'nuanchuang_1.2.3_amd64.deb', size: 7 }] },
  });
});

test('a serial that is none, or a missing word, is refused', () => {
  expect(() => sign('--serial', 'seven')).toThrow();
  expect(() => sign()).toThrow('needed');
});
