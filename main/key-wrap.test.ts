import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeKeyring } from './fake-electron.ts';
import { deviceKey, osBackend } from './key-wrap.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'key-wrap-'));
  file = path.join(folder, 'station', 'key.json');
});
afterEach(() => rm(folder, { recursive: true }));

const gnome = fakeKeyring('gnome_libsecret');

test('makes 32 random bytes once, keeps them wrapped, gives the same again', async () => {
  const key = await deviceKey(file, gnome, 'linux');
  expect(Buffer.from(key ?? '', 'base64')).toHaveLength(32);
  expect(await deviceKey(file, gnome, 'linux')).toBe(key);
  const text = await readFile(file, 'utf8');
  expect(text).not.toContain(key);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(await deviceKey(path.join(folder, 'other.json'), gnome, 'linux')).not.toBe(key);
});

test.each([
  ['basic_text', fakeKeyring('basic_text')],
  ['an unknown backend', fakeKeyring('unknown')],
  ['no encryption', fakeKeyring('gnome_libsecret', false)],
])('%s means a passphrase, for good', async (_what, weak) => {
  expect(await deviceKey(file, weak, 'linux')).toBeNull();
  // A keyring that appears later must not start an empty database beside the passphrase's.
  expect(await deviceKey(file, gnome, 'linux')).toBeNull();
});

test('Windows and macOS name no backend but encrypt', () => {
  const weak = fakeKeyring('basic_text');
  expect([osBackend(weak, 'win32'), osBackend(weak, 'darwin'), osBackend(weak, 'linux')]).toEqual([
    'win32',
    'darwin',
    null,
  ]);
});

test('a key that cannot be had is an error, never a new key', async () => {
  await deviceKey(file, gnome, 'linux');
  await expect(deviceKey(file, fakeKeyring('basic_text'), 'linux')).rejects.toMatchObject({
    code: 'key.keyringGone',
  });
  const other = {
    ...gnome,
    decryptString: () => {
      throw new Error('other user');
    },
  };
  await expect(deviceKey(file, other, 'linux')).rejects.toMatchObject({ code: 'key.otherUser' });
  await writeFile(file, '{"version":1');
  await expect(deviceKey(file, gnome, 'linux')).rejects.toMatchObject({ code: 'key.damaged' });
  expect(await readFile(file, 'utf8')).toBe('{"version":1');
});
