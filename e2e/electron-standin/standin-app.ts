import { EventEmitter } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { standinEnvironment as env } from './environment.ts';
import { machine, stopMachine } from './machine.ts';
import { PreventableEvent } from './preventable-event.ts';

type AppSurface = Pick<
  Electron.App,
  | 'whenReady'
  | 'quit'
  | 'exit'
  | 'getVersion'
  | 'getPath'
  | 'requestSingleInstanceLock'
  | 'enableSandbox'
  | 'isPackaged'
>;

const lockFile = path.join(env.STANDIN_USER_DATA, 'standin.lock');

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function holderOfLock(): number | null {
  try {
    const pid = Number(readFileSync(lockFile, 'utf8'));
    return isAlive(pid) ? pid : null;
  } catch {
    return null;
  }
}

/** `app` for the shell: life cycle, lock and the order of the quit events as Electron documents them. */
export class StandinApp extends EventEmitter implements AppSurface {
  readonly isPackaged = false;
  /** Open windows, so that quitting can close them. */
  readonly windows = new Set<{ close(): void; destroy(): void }>();
  /** While it quits, Electron does not say `window-all-closed`. */
  quitting = false;
  #locked = false;

  async whenReady(): Promise<void> {
    await machine();
  }
  getVersion(): string {
    const file = path.join(import.meta.dirname, '..', '..', 'package.json');
    return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
  }
  getPath(name: string): string {
    if (name !== 'userData') throw new Error(`stand-in has no path '${name}'`);
    return env.STANDIN_USER_DATA;
  }
  enableSandbox(): void {
    // Windows of the stand-in are sandboxed always: Chromium runs with its sandbox on.
  }
  requestSingleInstanceLock(): boolean {
    const holder = holderOfLock();
    if (holder !== null) {
      process.kill(holder, 'SIGUSR2');
      return false;
    }
    mkdirSync(env.STANDIN_USER_DATA, { recursive: true });
    writeFileSync(lockFile, String(process.pid));
    this.#locked = true;
    process.on('SIGUSR2', () => this.emit('second-instance', new PreventableEvent(), [], '', null));
    return true;
  }
  quit(): void {
    const asked = new PreventableEvent();
    this.emit('before-quit', asked);
    if (asked.defaultPrevented) return;
    this.quitting = true;
    for (const window of [...this.windows]) window.close();
    this.quitting = this.windows.size === 0;
    if (!this.quitting) return;
    this.emit('will-quit', new PreventableEvent());
    process.stderr.write(`${JSON.stringify({ part: 'standin', code: 'will-quit' })}\n`);
    this.exit(0);
  }
  exit(code = 0): void {
    void stopMachine().finally(() => {
      if (this.#locked) rmSync(lockFile, { force: true });
      this.emit('quit', new PreventableEvent(), code);
      process.exit(code);
    });
  }
}

export const app = new StandinApp();
// Electron turns these into a quit; without them the app would die with its core open.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
