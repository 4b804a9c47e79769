import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http, { type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  HttpExecutor,
  configureRequestOptions,
  configureRequestUrl,
  type DownloadOptions,
} from 'builder-util-runtime';
import { DebUpdater } from 'electron-updater';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { signManifest, type UpdateManifest } from './update-manifest.ts';
import { updateSerial } from './update-serial.ts';
import { createUpdater, noUpdater, type UpdateEngine, type Updater } from './updater.ts';

/* The real electron-updater (its Debian flavour and generic provider) against a real feed over HTTP; only Electron's own
 * network stack is replaced by Node's, since there is no Electron here. Installing itself is not shown. */

class NodeHttp extends HttpExecutor<http.ClientRequest> {
  override createRequest(
    options: http.RequestOptions,
    callback: (response: http.IncomingMessage) => void,
  ): http.ClientRequest {
    return http.request(options, callback);
  }
  download(url: URL, destination: string, options: DownloadOptions): Promise<string> {
    return options.cancellationToken.createPromise((resolve, reject, onCancel) => {
      const request: http.RequestOptions = { headers: { ...options.headers } as http.OutgoingHttpHeaders };
      configureRequestUrl(url, request);
      configureRequestOptions(request);
      const callback = (error: Error | null): void => (error ? reject(error) : resolve(destination));
      this.doDownload(request, { destination, options, onCancel, callback, responseHandler: null }, 0);
    });
  }
}

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const stranger = generateKeyPairSync('ed25519').privateKey;
const rawKey = Buffer.from(publicKey.export({ format: 'jwk' }).x ?? '', 'base64url').toString('base64');
const program = Buffer.alloc(70_000, 'program 1.2.3 ');
const sha512 = createHash('sha512').update(program).digest('base64');
const name = 'nuanchuang_1.2.3_amd64.deb';
const good: UpdateManifest = {
  version: '1.2.3',
  channel: 'latest',
  minimumVersion: '1.0.0',
  serial: 4,
  files: [{ name, sha512, size: program.length }],
};
const feedText = (version: string, digest: string): string =>
  `version: ${version}\nfiles:\n  - url: ${name}\n    sha512: ${digest}\n    size: ${program.length}\npath: ${name}\nsha512: ${digest}\nreleaseDate: '2026-01-01T00:00:00.000Z'\n`;

let folder: string;
let server: Server;
let files: Record<string, string | Buffer>;
let asked: string[];
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'updater-'));
  asked = [];
  files = {
    '/feed/manifest-latest.json': signManifest(good, privateKey),
    '/feed/latest-linux.yml': feedText('1.2.3', sha512),
    [`/feed/${name}`]: program,
  };
  server = http.createServer((request, response) => {
    const at = (request.url ?? '').split('?')[0] ?? '';
    asked.push(at);
    const file = files[at];
    response.writeHead(file === undefined ? 404 : 200).end(file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const feedUrl = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed`;

function updater(currentVersion = '1.2.2'): { updater: Updater; engine: UpdateEngine; serialFile: string } {
  const config = path.join(folder, 'app-update.yml');
  // As packaged: an address that never answers, replaced by the configured feed.
  writeFileSync(config, 'provider: generic\nurl: https://feed.invalid\nupdaterCacheDirName: cache\n');
  const engine = new DebUpdater(null, {
    version: currentVersion,
    name: 'nuanchuang',
    isPackaged: true,
    appUpdateConfigPath: config,
    userDataPath: folder,
    baseCachePath: folder,
    whenReady: () => Promise.resolve(),
    quit: () => undefined,
    relaunch: () => undefined,
    onQuit: () => undefined,
  });
  Object.assign(engine, { httpExecutor: new NodeHttp(), logger: null });
  engine.on('error', () => undefined);
  const serialFile = path.join(folder, 'serial.json');
  const feed = { url: feedUrl(), publicKey: rawKey, channel: 'latest' };
  return {
    updater: createUpdater({ feed, engine, currentVersion, serial: updateSerial(serialFile) }),
    engine,
    serialFile,
  };
}

test('off until a feed is configured', async () => {
  expect(await noUpdater.check()).toEqual({ kind: 'off' });
});

test('a signed release is downloaded, checked and installed on quitting', async () => {
  const { updater: one, engine, serialFile } = updater();
  expect(engine.autoInstallOnAppQuit).toBe(false);
  expect(await one.check()).toEqual({ kind: 'ready', version: '1.2.3' });
  expect(engine.autoInstallOnAppQuit).toBe(true);
  expect(JSON.parse(readFileSync(serialFile, 'utf8'))).toEqual({ serial: 4 });
});

test.each(['1.2.3', '1.3.0'])('%s asks for nothing but the manifest', async (version) => {
  expect(await updater(version).updater.check()).toEqual({ kind: 'current' });
  expect(asked).toEqual(['/feed/manifest-latest.json']);
});

test('nothing is fetched on the word of an unsigned or foreign manifest', async () => {
  files['/feed/manifest-latest.json'] = signManifest(good, stranger);
  expect(await updater().updater.check()).toEqual({ kind: 'refused', code: 'update.badSignature' });
  expect(asked).toEqual(['/feed/manifest-latest.json']);
});

test('a feed that offers another version than was signed is refused (electron-updater alone takes it)', async () => {
  files['/feed/latest-linux.yml'] = feedText('9.9.9', sha512);
  const { updater: one, engine } = updater();
  expect((await engine.checkForUpdates())?.isUpdateAvailable).toBe(true);
  expect(await one.check()).toEqual({ kind: 'refused', code: 'update.feedDiffers' });
  expect(asked).not.toContain(`/feed/${name}`);
});

test('a program exchanged together with its digest in the feed is refused (electron-updater alone takes it)', async () => {
  const other = Buffer.alloc(program.length, 'other program ');
  files[`/feed/${name}`] = other;
  files['/feed/latest-linux.yml'] = feedText('1.2.3', createHash('sha512').update(other).digest('base64'));
  expect(await updater().updater.check()).toEqual({ kind: 'refused', code: 'update.feedDiffers' });
  expect(asked).not.toContain(`/feed/${name}`);
});

test('a program changed on the way is refused and not installed', async () => {
  files[`/feed/${name}`] = Buffer.concat([program.subarray(0, -1), Buffer.from([1])]);
  const { updater: one, engine } = updater();
  expect(await one.check()).toEqual({ kind: 'refused', code: 'update.tampered' });
  expect(engine.autoInstallOnAppQuit).toBe(false);
});

test('an older signed manifest replayed later is refused', async () => {
  await updater().updater.check();
  files['/feed/manifest-latest.json'] = signManifest({ ...good, serial: 3 }, privateKey);
  expect(await updater().updater.check()).toEqual({ kind: 'refused', code: 'update.rolledBack' });
});

test('a signed older release is no downgrade', async () => {
  files['/feed/manifest-latest.json'] = signManifest({ ...good, version: '1.0.1', serial: 9 }, privateKey);
  files['/feed/latest-linux.yml'] = feedText('1.0.1', sha512);
  expect(await updater().updater.check()).toEqual({ kind: 'current' });
});

test('no feed there, or a damaged counter, change nothing', async () => {
  files = {};
  expect(await updater().updater.check()).toEqual({ kind: 'unreachable' });
  files['/feed/manifest-latest.json'] = signManifest(good, privateKey);
  const { updater: one, serialFile, engine } = updater();
  writeFileSync(serialFile, '{"serial":-1}');
  expect(await one.check()).toEqual({ kind: 'refused', code: 'update.counterDamaged' });
  expect(engine.autoInstallOnAppQuit).toBe(false);
});
