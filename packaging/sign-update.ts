import { createHash, createPrivateKey } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { signManifest, type UpdateManifest } from '../main/update-manifest.ts';

/** What electron-builder leaves for the feed; everything else in the folder is its own. */
const installers = /\.(deb|AppImage|exe)$/;

/** Builds and signs the manifest of a folder of installers; the text for `manifest-<channel>.json`. */
export function signedManifestOf(
  folder: string,
  facts: Omit<UpdateManifest, 'files'>,
  privateKeyPem: string,
): string {
  const files = readdirSync(folder)
    .filter((name) => installers.test(name))
    .sort()
    .map((name) => {
      const bytes = readFileSync(path.join(folder, name));
      return { name, sha512: createHash('sha512').update(bytes).digest('base64'), size: bytes.length };
    });
  return signManifest({ ...facts, files }, createPrivateKey(privateKeyPem));
}

/**
 * `node packaging/sign-update.ts --folder release --key publisher.pem --version 1.2.3 --minimum 1.0.0 --serial 7 [--channel latest]`
 * on the publisher's machine; the key never comes near the build.
 */
function main(): void {
  const text = { type: 'string' } as const;
  const options = {
    folder: text,
    key: text,
    version: text,
    minimum: text,
    serial: text,
    channel: { ...text, default: 'latest' },
  };
  const { values } = parseArgs({ options });
  const { folder, key, version, minimum, serial, channel } = values;
  if (!folder || !key || !version || !minimum || !serial)
    throw new Error('needed: --folder --key --version --minimum --serial');
  const facts = { version, channel, minimumVersion: minimum, serial: Number(serial) };
  const file = path.join(folder, `manifest-${channel}.json`);
  writeFileSync(file, signedManifestOf(folder, facts, readFileSync(key, 'utf8')));
  process.stdout.write(`${file}\n`);
}

if (import.meta.main) main();
