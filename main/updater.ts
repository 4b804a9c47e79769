import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { AppUpdater } from 'electron-updater';
import type { UpdateFeed } from './update-feed.ts';
import { checkManifest, publisherKey, type ManifestRefusal, type UpdateManifest } from './update-manifest.ts';
import type { UpdateSerial } from './update-serial.ts';

export type UpdateOutcome =
  | { kind: 'off' }
  | { kind: 'current' }
  /** Downloaded and checked; it is installed when the program quits. */
  | { kind: 'ready'; version: string }
  | {
      kind: 'refused';
      code: ManifestRefusal | 'update.feedDiffers' | 'update.tampered' | 'update.counterDamaged';
    }
  | { kind: 'unreachable' };

/** Port to the updates: asking never throws and never disturbs the work at the window. */
export interface Updater {
  check(): Promise<UpdateOutcome>;
}

export const noUpdater: Updater = { check: () => Promise.resolve({ kind: 'off' }) };

/** What is used of electron-updater. */
export type UpdateEngine = Pick<
  AppUpdater,
  | 'autoDownload'
  | 'autoInstallOnAppQuit'
  | 'allowDowngrade'
  | 'setFeedURL'
  | 'checkForUpdates'
  | 'downloadUpdate'
>;

export interface UpdaterOptions {
  feed: UpdateFeed;
  engine: UpdateEngine;
  currentVersion: string;
  serial: UpdateSerial;
}

async function fetchManifest({ url, channel }: UpdateFeed): Promise<string> {
  const answer = await fetch(`${url}/manifest-${channel}.json`, {
    signal: AbortSignal.timeout(15_000),
    redirect: 'error',
  });
  if (!answer.ok) throw new Error(`feed answered ${answer.status}`);
  return answer.text();
}

async function sha512Of(file: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return hash.digest('base64');
}

const codeOf = (cause: unknown): unknown =>
  cause instanceof Error && 'code' in cause ? cause.code : undefined;

/** Every file the unsigned feed offers must be one the signed manifest promises, under the same name and digest. */
function feedAgrees(
  manifest: UpdateManifest,
  version: string,
  files: readonly { url: string; sha512: string }[],
): boolean {
  const promised = new Map(manifest.files.map(({ name, sha512 }) => [name, sha512]));
  return (
    version === manifest.version &&
    files.length > 0 &&
    files.every(({ url, sha512 }) => promised.get(url) === sha512)
  );
}

/**
 * Updates from a generic feed that is not trusted: the manifest's Ed25519 signature and the counter against rollback are
 * checked first, then electron-updater's feed against the manifest, then the downloaded file against it once more.
 */
export function createUpdater({ feed, engine, currentVersion, serial }: UpdaterOptions): Updater {
  const key = publisherKey(feed.publicKey);
  engine.autoDownload = false;
  engine.autoInstallOnAppQuit = false;
  engine.allowDowngrade = false;
  engine.setFeedURL({ provider: 'generic', url: feed.url, channel: feed.channel });

  async function download(manifest: UpdateManifest): Promise<UpdateOutcome> {
    const found = await engine.checkForUpdates();
    // A staged roll-out may leave this device out for now.
    if (!found?.isUpdateAvailable && found?.updateInfo.version === manifest.version)
      return { kind: 'current' };
    if (!found || !feedAgrees(manifest, found.updateInfo.version, found.updateInfo.files))
      return { kind: 'refused', code: 'update.feedDiffers' };
    // Set before the download: electron-updater looks at it only when the download ends, and again on quitting.
    engine.autoInstallOnAppQuit = true;
    const digests = new Set(manifest.files.map((file) => file.sha512));
    for (const file of (await engine.downloadUpdate()).filter((name) => path.extname(name) !== '.blockmap'))
      if (!digests.has(await sha512Of(file))) {
        engine.autoInstallOnAppQuit = false;
        return { kind: 'refused', code: 'update.tampered' };
      }
    return { kind: 'ready', version: manifest.version };
  }

  async function checkFrom(lastSerial: number): Promise<UpdateOutcome> {
    const context = { currentVersion, channel: feed.channel, lastSerial };
    const checked = checkManifest(await fetchManifest(feed), key, context);
    if (!checked.ok) return { kind: 'refused', code: checked.code };
    await serial.accept(checked.manifest.serial);
    return checked.newer ? download(checked.manifest) : { kind: 'current' };
  }

  return {
    async check() {
      const lastSerial = await serial.last().catch(() => null);
      if (lastSerial === null) return { kind: 'refused', code: 'update.counterDamaged' };
      return checkFrom(lastSerial).catch((cause: unknown) => {
        engine.autoInstallOnAppQuit = false;
        return codeOf(cause) === 'ERR_CHECKSUM_MISMATCH'
          ? { kind: 'refused', code: 'update.tampered' }
          : { kind: 'unreachable' };
      });
    },
  };
}
