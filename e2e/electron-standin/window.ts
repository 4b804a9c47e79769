import { EventEmitter } from 'node:events';
import { PreventableEvent } from './preventable-event.ts';
import { app } from './standin-app.ts';
import { StandinContents } from './web-contents.ts';

/** `BrowserWindow`: refuses at once any option that would weaken the page, since it could not play that. */
export class BrowserWindow extends EventEmitter {
  static readonly all = new Set<BrowserWindow>();
  readonly webContents = new StandinContents();
  readonly options: Electron.BrowserWindowConstructorOptions;
  #closed = false;

  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super();
    const { sandbox, contextIsolation, nodeIntegration, webSecurity } = options.webPreferences ?? {};
    if (sandbox === false || contextIsolation === false || nodeIntegration === true || webSecurity === false)
      throw new Error('the stand-in has only sandboxed, isolated windows');
    this.options = options;
    BrowserWindow.all.add(this);
    app.windows.add(this);
  }
  async loadURL(url: string): Promise<void> {
    await this.webContents.attach(this.options.webPreferences?.preload ?? '');
    await this.webContents.load(url);
    this.emit('ready-to-show');
  }
  close(): void {
    const event = new PreventableEvent();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }
  destroy(): void {
    if (this.#closed) return;
    this.#closed = true;
    BrowserWindow.all.delete(this);
    app.windows.delete(this);
    void this.webContents.destroy();
    this.emit('closed');
    if (app.windows.size === 0 && !app.quitting) app.emit('window-all-closed');
  }
  isDestroyed(): boolean {
    return this.#closed;
  }
  show(): void {
    this.emit('show');
  }
  focus(): void {
    this.emit('focus');
  }
  isMinimized(): boolean {
    return false;
  }
  restore(): void {
    this.emit('restore');
  }
}
