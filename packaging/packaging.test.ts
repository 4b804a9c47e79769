import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { extractAll, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchOnStandin } from '../e2e/electron-standin/launch.ts';
import { dependencyClosure, importedPackages } from './bundle-imports.ts';
import { writeFakeElectron, type Target } from './fake-electron-dist.ts';
import { runBuilder } from './run-builder.ts';

/* What electron-builder makes of our configuration, with a fake Electron distribution: files, fuses, Debian packages. No
 * program made here can run; AppImage and NSIS need tools that cannot be fetched offline and are only checked as settings. */

const project = path.resolve(import.meta.dirname, '..');
const folder = mkdtempSync(path.join(tmpdir(), 'packaging-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const build = (target: Target, targets: string[], settings: string[] = []): Promise<string> =>
  runBuilder({
    targets,
    electronDist: writeFakeElectron(path.join(folder, `electron-${target}`), target),
    output: path.join(folder, `out-${target}`),
    settings,
  });

const fusesOf = async (program: string): Promise<Record<string, boolean>> => {
  const wire = await getCurrentFuseWire(program);
  const on = (fuse: FuseV1Options): boolean => wire[fuse] === FuseState.ENABLE;
  return {
    runAsNode: on(FuseV1Options.RunAsNode),
    cookieEncryption: on(FuseV1Options.EnableCookieEncryption),
    nodeOptions: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
    nodeCliInspect: on(FuseV1Options.EnableNodeCliInspectArguments),
    asarIntegrity: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
    onlyAsar: on(FuseV1Options.OnlyLoadAppFromAsar),
    ownSnapshot: on(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
    fileProtocolPrivileges: on(FuseV1Options.GrantFileProtocolExtraPrivileges),
  };
};
const closed = {
  runAsNode: false,
  cookieEncryption: true,
  nodeOptions: false,
  nodeCliInspect: false,
  asarIntegrity: true,
  onlyAsar: true,
  ownSnapshot: false,
  fileProtocolPrivileges: false,
};

beforeAll(() => {
  for (const file of ['main/main.js', 'main/core-worker.js', 'preload/bridge.cjs', 'renderer/index.html'])
    if (!existsSync(path.join(project, 'dist', file)))
      throw new Error(`dist/${file} is missing: build first`);
});

describe('configuration', () => {
  const require = createRequire(path.join(project, 'node_modules', 'electron-builder', 'package.json'));
  const { getConfig, validateConfiguration } = require('app-builder-lib/out/util/config/config') as {
    getConfig(dir: string, file: string, config: null): Promise<Record<string, unknown>>;
    validateConfiguration(config: unknown, log: { add(): void; isEnabled: boolean }): Promise<void>;
  };
  const log = { add: () => undefined, isEnabled: false };

  test('is valid, with deb for two machines, AppImage and NSIS', async () => {
    const config = await getConfig(project, 'electron-builder.yml', null);
    await expect(validateConfiguration(config, log)).resolves.toBeUndefined();
    expect(config).toMatchObject({
      linux: { target: [{ target: 'deb', arch: ['x64', 'arm64'] }, { target: 'AppImage' }] },
      win: { target: [{ target: 'nsis' }] },
      publish: { provider: 'generic', url: 'https://feed.invalid' },
    });
  });
  test('a setting that electron-builder does not know would be refused', async () => {
    const config = { ...(await getConfig(project, 'electron-builder.yml', null)), electronFuse: {} };
    await expect(validateConfiguration(config, log)).rejects.toThrow('electronFuse');
  });
  test("names the Electron version of package.json's dependency", async () => {
    const { devDependencies } = createRequire(import.meta.url)('../package.json') as {
      devDependencies: Record<string, string>;
    };
    const config = await getConfig(project, 'electron-builder.yml', null);
    expect(config['electronVersion']).toBe(devDependencies['electron']);
  });
});

describe('the program for Linux, unpacked', () => {
  const unpacked = path.join(folder, 'out-linux-x64', 'linux-unpacked');
  const asar = path.join(unpacked, 'resources', 'app.asar');
  const packages = (): Set<string> =>
    new Set(
      listPackage(asar, { isPack: false }).flatMap(
        (file) => /^\/node_modules\/((?:@[^/]+\/)?[^/]+)\/package\.json$/.exec(file)?.[1] ?? [],
      ),
    );
  beforeAll(() => build('linux-x64', ['--linux', 'dir', '--x64']));

  test('holds bundles, page and no source', () => {
    const ours = listPackage(asar, { isPack: false }).filter((file) => !file.startsWith('/node_modules'));
    expect(ours).toEqual(
      expect.arrayContaining([
        '/dist/main/main.js',
        '/dist/main/core-worker.js',
        '/dist/preload/bridge.cjs',
        '/dist/renderer/index.html',
        '/package.json',
      ]),
    );
    expect(
      ours.filter((file) => !/^\/(dist(\/(main|preload|renderer)(\/.*)?)?|package\.json)$/.test(file)),
    ).toEqual([]);
    expect(ours.filter((file) => /\.tsx?$|\.map$/.test(file))).toEqual([]);
    expect(readdirSync(path.join(unpacked, 'resources', 'assets'))).toEqual(
      expect.arrayContaining(['rule-sets', 'calendar', 'fonts', 'document-templates']),
    );
  });
  test('holds every package that the bundles need, and none of the district server', () => {
    const needed = dependencyClosure(project, importedPackages(path.join(project, 'dist', 'main')));
    expect(needed.length).toBeGreaterThan(30);
    const there = packages();
    expect(needed.filter((name) => !there.has(name))).toEqual([]);
    expect(
      [...there].filter((name) =>
        /^(fastify|@fastify|@tus|pg$|pg-|ioredis|@redis|electron$|vite|react)/.test(name),
      ),
    ).toEqual([]);
  });
  test("holds this machine's database driver outside the archive, and no other machine's", () => {
    const prebuilds = path.join(
      `${asar}.unpacked`,
      'node_modules',
      'better-sqlite3-multiple-ciphers',
      'prebuilds',
    );
    expect(readdirSync(prebuilds)).toEqual(['linux-x64.node']);
  });
  test('has its fuses set', async () => {
    expect(await fusesOf(path.join(unpacked, 'nuanchuang'))).toEqual(closed);
    // The distribution it came from has them the other way round: the packager did it.
    expect(await fusesOf(path.join(folder, 'electron-linux-x64', 'electron'))).toMatchObject({
      runAsNode: true,
      onlyAsar: false,
    });
  });
  test('its files are enough to start the shell and the core (on Chromium, from the unpacked archive)', async () => {
    const app = path.join(folder, 'extracted');
    extractAll(asar, app);
    cpSync(path.join(unpacked, 'resources', 'assets'), path.join(app, 'assets'), { recursive: true });
    const env = { NUANCHUANG_DISTRICT: 'http://127.0.0.1:9' };
    const shell = await launchOnStandin({
      dist: path.join(app, 'dist'),
      userData: path.join(folder, 'user'),
      env,
    });
    const status = await shell.evaluate(
      `nuanchuang.call({ id: 1, name: 'system.status', input: {} }).then((r) => r.envelope)`,
    );
    await shell.close();
    expect(status).toMatchObject({ ok: true, output: { vault: 'open' } });
  });
});

describe.each([
  ['linux-x64', '--x64', 'amd64'],
  ['linux-arm64', '--arm64', 'arm64'],
] as const)('the Debian package for %s', (target, flag, debian) => {
  const output = path.join(folder, `out-${target}`);
  const inspect = (...args: string[]): string =>
    execFileSync('dpkg-deb', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  let file: string;
  beforeAll(async () => {
    await build(target, ['--linux', 'deb', flag], ['deb.compression=gz']);
    file = path.join(output, readdirSync(output).find((name) => name.endsWith('.deb')) ?? 'none');
  });

  test('is named, described and depends as it should', () => {
    expect(path.basename(file)).toMatch(new RegExp(`^nuanchuang_\\d+\\.\\d+\\.\\d+_${debian}\\.deb$`));
    expect(inspect('-f', file, 'Package', 'Architecture', 'Depends', 'Recommends')).toMatch(
      new RegExp(
        `Package: nuanchuang\\nArchitecture: ${debian}\\nDepends: .*libgtk-3-0.*\\nRecommends: .*fonts-noto-cjk.*sane-utils`,
      ),
    );
    expect(inspect('-I', file)).toContain('postinst');
  });
  test("installs the program, its archive, its machine's driver, the desktop entry and icons", () => {
    const files = inspect('-c', file);
    for (const name of [
      '/nuanchuang',
      '/resources/app.asar',
      `/prebuilds/${target}.node`,
      '/share/applications/nuanchuang.desktop',
      '256x256/apps/nuanchuang.png',
      'assets/rule-sets/',
    ])
      expect(files).toContain(name);
    expect(files).not.toMatch(/prebuilds\/(win32|darwin|linuxmusl)/);
  });
  test('comes with the files of a feed, which the signed manifest can name', () => {
    const feed = readdirSync(output).find((name) => /^latest-linux.*\.yml$/.test(name)) ?? 'none';
    expect(feed).toBe(target === 'linux-x64' ? 'latest-linux.yml' : 'latest-linux-arm64.yml');
    const digest = createHash('sha512').update(readFileSync(file)).digest('base64');
    expect(readFileSync(path.join(output, feed), 'utf8')).toContain(
      `url: ${path.basename(file)}\n    sha512: ${digest}`,
    );
    expect(inspect('-c', file)).toContain('resources/app-update.yml');
  });
  test('has the fuses set in the program', async () => {
    const out = path.join(folder, `deb-${target}`);
    inspect('-x', file, out);
    const found = execFileSync('find', [out, '-name', 'nuanchuang', '-type', 'f'], {
      encoding: 'utf8',
    }).trim();
    expect(await fusesOf(found)).toEqual(closed);
  });
});

describe('the program for Windows, unpacked', () => {
  // Version resources and icon are written by tools that would have to be fetched: left out here, not in a release.
  beforeAll(() => build('win-x64', ['--win', 'dir', '--x64'], ['win.signAndEditExecutable=false']));
  const unpacked = path.join(folder, 'out-win-x64', 'win-unpacked');

  test("has its fuses set and its machine's driver", async () => {
    expect(await fusesOf(path.join(unpacked, '暖窗.exe'))).toEqual(closed);
    const prebuilds = path.join(
      unpacked,
      'resources',
      'app.asar.unpacked',
      'node_modules',
      'better-sqlite3-multiple-ciphers',
      'prebuilds',
    );
    expect(readdirSync(prebuilds)).toEqual(['win32-x64.node']);
  });

  test('carries the digest of its archive for the integrity check', () => {
    // electron-builder writes it as JSON into a resource of its own.
    expect(readFileSync(path.join(unpacked, '暖窗.exe'), 'latin1')).toMatch(
      /"file":"resources\\+app\.asar","alg":"SHA256","value":"[0-9a-f]{64}"/,
    );
  });
});
