import { EventEmitter } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeContents, fakeKeyring, FakeIpc, FakeSession, FakeWindow, preventable } from './fake-electron.ts';

/** The composition itself, with a fake Electron: what happens before ready, after it, and when it may not happen at all. */
const electron = vi.hoisted(() => ({ current: {} as Record<string, unknown> }));
const station = vi.hoisted(() => ({ started: [] as { key: string | null; dataDir: string }[], closed: 0 }));
vi.mock('electron', () => {
  const get = (name: string) => ({ enumerable: true, get: () => electron.current[name] });
  return Object.defineProperties(
    {},
    Object.fromEntries(
      ['app', 'BrowserWindow', 'dialog', 'ipcMain', 'Menu', 'protocol', 'safeStorage', 'session'].map(
        (name) => [name, get(name)],
      ),
    ),
  );
});
vi.mock('../station/start-station.ts', () => ({
  startStation: (options: { key: string | null; dataDir: string }) => {
    station.started.push(options);
    const close = (): Promise<void> => Promise.resolve(void (station.closed += 1));
    return Promise.resolve({
      call: () => Promise.reject(new Error('unused')),
      onNews: () => () => undefined,
      close,
    });
  },
}));

class FakeApp extends EventEmitter {
  log: string[] = [];
  locked = true;
  isPackaged = true;
  ready!: () => void;
  userData = mkdtempSync(path.join(tmpdir(), 'main-test-'));
  requestSingleInstanceLock = () => (this.log.push('lock'), this.locked);
  enableSandbox = () => void this.log.push('sandbox');
  whenReady = () => new Promise<void>((resolve) => (this.ready = () => (this.log.push('ready'), resolve())));
  getPath = () => this.userData;
  getVersion = () => '0.1.0';
  quit = () => void this.log.push('quit');
  exit = (code: number) => void this.log.push(`exit ${code}`);
}

let app: FakeApp;
let schemes: unknown[];
let handled: string[];
let menus: unknown[];
let boxes: string[];
let session: FakeSession;
let ipc: FakeIpc;
const previous = process.env['NUANCHUANG_DISTRICT'];
beforeEach(() => {
  process.env['NUANCHUANG_DISTRICT'] = 'https://district.example';
  Object.defineProperty(process, 'resourcesPath', { value: '/nowhere', configurable: true });
  station.started = [];
  FakeWindow.made = [];
  app = new FakeApp();
  [schemes, handled, menus, boxes] = [[], [], [], []];
  session = new FakeSession();
  ipc = new FakeIpc();
  electron.current = {
    app,
    BrowserWindow: FakeWindow,
    dialog: { showErrorBox: (_title: string, text: string) => boxes.push(text) },
    ipcMain: ipc,
    Menu: { setApplicationMenu: (menu: unknown) => menus.push(menu) },
    protocol: {
      registerSchemesAsPrivileged: (list: unknown[]) => (app.log.push('schemes'), schemes.push(...list)),
      handle: (scheme: string) => handled.push(scheme),
    },
    safeStorage: fakeKeyring('gnome_libsecret'),
    session: { defaultSession: session },
  };
  vi.resetModules();
});
afterEach(() => {
  if (previous === undefined) delete process.env['NUANCHUANG_DISTRICT'];
  else process.env['NUANCHUANG_DISTRICT'] = previous;
  rmSync(app.userData, { recursive: true });
});

const load = (): Promise<unknown> => import('./main.ts');

test('schemes, sandbox and lock come before ready; the scheme bypasses no policy', async () => {
  await load();
  expect(app.log).toEqual(['schemes', 'sandbox', 'lock']);
  expect(schemes).toEqual([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
  expect(FakeWindow.made).toEqual([]);
});

test('ready: doors closed, one channel, no menu, one window, core told its key', async () => {
  await load();
  app.ready();
  await expect.poll(() => FakeWindow.made.length).toBe(1);
  expect(Object.keys(session.set).sort()).toEqual([
    'bluetooth',
    'check',
    'device',
    'display',
    'request',
    'usb',
  ]);
  expect([handled, [...ipc.handlers.keys()], menus]).toEqual([['app'], ['core:call'], [null]]);
  expect(station.started).toMatchObject([{ dataDir: path.join(app.userData, 'station') }]);
  expect(station.started[0]?.key).toHaveLength(44);
  expect(boxes).toEqual([]);
});

test('every page that is ever created is guarded', async () => {
  await load();
  const contents = new FakeContents();
  app.emit('web-contents-created', {}, contents);
  const event = preventable({ url: 'https://foreign.example/' });
  contents.emit('will-navigate', event);
  expect([event.defaultPrevented, contents.openHandler?.({} as Electron.HandlerDetails)]).toEqual([
    true,
    { action: 'deny' },
  ]);
});

test('a second instance starts nothing', async () => {
  app.locked = false;
  await load();
  expect(app.log).toEqual(['schemes', 'sandbox', 'lock', 'quit']);
  expect([station.started, FakeWindow.made]).toEqual([[], []]);
});

test('a start that fails says what to do and ends', async () => {
  process.env['NUANCHUANG_DISTRICT'] = 'nonsense';
  await load();
  await expect.poll(() => app.log.at(-1)).toBe('exit 1');
  expect(boxes[0]).toContain('districtUrl');
});

test('the system browser is never opened: openExternal and shell occur nowhere in the shell', () => {
  for (const file of readdirSync(import.meta.dirname).filter(
    (name) => /\.ts$/.test(name) && !/test|fake/.test(name),
  ))
    expect(readFileSync(path.join(import.meta.dirname, file), 'utf8')).not.toMatch(
      /openExternal|\bshell\s*[,}].*'electron'|openPath/,
    );
});
