import type { BrowserWindow, BrowserWindowConstructorOptions, WebContents } from 'electron';
import { startUrl } from './app-origin.ts';
import { guardKioskKeys } from './kiosk-keys.ts';
import type { ShellLog } from './shell-log.ts';

/** More crashes than this within the span mean that starting again does not help. */
const crashLimit = { count: 3, withinMs: 60_000 };

export interface ShellWindowOptions {
  Window: new (options: BrowserWindowConstructorOptions) => BrowserWindow;
  options: BrowserWindowConstructorOptions;
  kiosk: boolean;
  now(): number;
  log: ShellLog;
  /** Called when the page crashes again and again. */
  onHopeless(): void;
}

export interface ShellWindow {
  /** Contents of the open window; null while there is none. */
  contents(): WebContents | null;
  open(): Promise<void>;
  /** Brings the window to the front, for a second start of the program. */
  focus(): void;
  /** From now on a kiosk window may close. */
  release(): void;
}

/** Keeps one window: makes it, makes it again after its renderer is gone, holds it open in a kiosk. */
export function createShellWindow(settings: ShellWindowOptions): ShellWindow {
  let window: BrowserWindow | null = null;
  let released = false;
  let crashes: number[] = [];

  const reopen = (reason: string): void => {
    crashes = [...crashes, settings.now()].filter((at) => settings.now() - at < crashLimit.withinMs);
    settings.log('page.gone', { reason, crashes: crashes.length });
    if (crashes.length > crashLimit.count) return settings.onHopeless();
    const gone = window;
    // The new one first: with no window at all the app would quit.
    void open().finally(() => gone?.destroy());
  };

  async function open(): Promise<void> {
    const opened = new settings.Window(settings.options);
    window = opened;
    opened.once('ready-to-show', () => opened.show());
    opened.on('close', (event) => {
      if (settings.kiosk && !released) event.preventDefault();
    });
    opened.on('closed', () => {
      if (window === opened) window = null;
    });
    opened.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit' && window === opened && !released) reopen(reason);
    });
    if (settings.kiosk) guardKioskKeys(opened.webContents);
    await opened
      .loadURL(startUrl)
      .catch((cause: unknown) => settings.log('page.notLoaded', { cause: String(cause) }));
  }

  return {
    contents: () => window?.webContents ?? null,
    open,
    focus() {
      if (!window) return;
      if (window.isMinimized()) window.restore();
      window.focus();
    },
    release() {
      released = true;
    },
  };
}
