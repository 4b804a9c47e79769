import type { BrowserWindow } from 'electron';
import { beforeEach, describe, expect, test } from 'vitest';
import { FakeWindow, preventable } from './fake-electron.ts';
import { leavesKiosk, type Key } from './kiosk-keys.ts';
import { createShellWindow, type ShellWindow, type ShellWindowOptions } from './shell-window.ts';
import { windowOptions } from './window-options.ts';

test('the window is sandboxed, isolated, without Node, with web security', () => {
  expect(windowOptions('window', '/p/bridge.cjs', true).webPreferences).toMatchObject({
    preload: '/p/bridge.cjs',
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    allowRunningInsecureContent: false,
    devTools: false,
  });
  expect(windowOptions('kiosk', '', true)).toMatchObject({ kiosk: true, frame: false });
  expect(windowOptions('field', '', false)).toMatchObject({ kiosk: false, frame: true });
});

describe('life of the window', () => {
  let time = 0;
  let hopeless = 0;
  let shell: ShellWindow;
  const make = (kiosk: boolean): ShellWindow =>
    createShellWindow({
      Window: FakeWindow as unknown as ShellWindowOptions['Window'],
      options: {},
      kiosk,
      now: () => time,
      log: () => undefined,
      onHopeless: () => (hopeless += 1),
    });
  const made = (): FakeWindow[] => FakeWindow.made;
  const gone = (reason: string): void =>
    void made().at(-1)?.webContents.emit('render-process-gone', {}, { reason });
  const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  beforeEach(() => {
    FakeWindow.made = [];
    time = 0;
    hopeless = 0;
    shell = make(false);
  });

  test('shows our page and nothing else', async () => {
    await shell.open();
    expect(made().map(({ loaded }) => loaded)).toEqual(['app://window/index.html']);
    expect(shell.contents()).toBe(made()[0]?.webContents);
  });
  test('a crashed page gets a new window, the old one goes after', async () => {
    await shell.open();
    gone('crashed');
    await settled();
    expect(made().map(({ destroyed }) => destroyed)).toEqual([true, false]);
    expect(shell.contents()).toBe(made()[1]?.webContents);
  });
  test('a clean exit does not', async () => {
    await shell.open();
    gone('clean-exit');
    await settled();
    expect(made()).toHaveLength(1);
  });
  test('crash upon crash ends it; crashes far apart do not', async () => {
    await shell.open();
    for (let count = 0; count < 5; count += 1) {
      time += 61_000;
      gone('oom');
      await settled();
    }
    expect(hopeless).toBe(0);
    time += 61_000;
    for (let count = 0; count < 4; count += 1) {
      gone('oom');
      await settled();
    }
    expect(hopeless).toBe(1);
  });
  test('a kiosk closes only when the program quits', async () => {
    const kiosk = make(true);
    await kiosk.open();
    const first = preventable({});
    made()[0]?.emit('close', first);
    kiosk.release();
    const second = preventable({});
    made()[0]?.emit('close', second);
    expect([first.defaultPrevented, second.defaultPrevented]).toEqual([true, false]);
  });
  test('a second start brings it to the front', async () => {
    await shell.open();
    const seen: string[] = [];
    for (const name of ['restored', 'focused']) made()[0]?.on(name, () => seen.push(name));
    shell.focus();
    expect(seen).toEqual(['restored', 'focused']);
  });
  test('contents are gone with the window', async () => {
    await shell.open();
    (made()[0] as unknown as BrowserWindow).destroy();
    expect(shell.contents()).toBeNull();
  });
});

describe('keys in a kiosk', () => {
  const key = (more: Partial<Key>): Key => ({
    type: 'keyDown',
    key: 'a',
    control: false,
    alt: false,
    meta: false,
    shift: false,
    ...more,
  });
  test.each([
    { key: 'F4', alt: true },
    { key: 'F5' },
    { key: 'F11' },
    { key: 'F12' },
    { key: 'w', control: true },
    { key: 'T', control: true, shift: true },
    { key: 'Tab', alt: true },
    { key: 'Tab', control: true },
    { key: 'Escape', shift: true },
    { key: 'l', meta: true },
    { key: 'ArrowLeft', alt: true },
    { key: '-', control: true },
  ])('%o is stopped', (more) => expect(leavesKiosk(key(more))).toBe(true));
  test.each([
    { key: 'a' },
    { key: '中' },
    { key: 'Enter' },
    { key: 'Tab' },
    { key: 'Backspace' },
    { key: 'c', control: true },
    { key: 'v', control: true },
    { key: 'z', control: true },
    { key: 'ArrowLeft' },
    { key: 'Escape' },
  ])('%o passes', (more) => expect(leavesKiosk(key(more))).toBe(false));
});
