import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions, IpcMainInvokeEvent, Session, WebContents } from 'electron';
import type { OsStorage } from './key-wrap.ts';

/*
 * Pieces of Electron for unit tests, typed by electron.d.ts so that they break when Electron's interface changes. They record
 * and answer; whatever is a real browser's part is shown on the stand-in (e2e/electron-standin).
 */

/** An event whose listeners may say no. */
export function preventable<T extends object>(
  details: T,
): T & { defaultPrevented: boolean; preventDefault(): void } {
  return Object.assign(details, {
    defaultPrevented: false,
    preventDefault(this: { defaultPrevented: boolean }) {
      this.defaultPrevented = true;
    },
  });
}

type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0];

export class FakeContents extends EventEmitter {
  url: string;
  readonly id: number;
  readonly sent: { channel: string; values: unknown[] }[] = [];
  openHandler: OpenHandler | undefined;
  constructor(url = 'app://window/index.html', id = 1) {
    super();
    this.url = url;
    this.id = id;
  }
  getURL(): string {
    return this.url;
  }
  isDestroyed(): boolean {
    return false;
  }
  send(channel: string, ...values: unknown[]): void {
    this.sent.push({ channel, values });
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }
  as(): WebContents {
    return this as unknown as WebContents;
  }
}

export class FakeWindow extends EventEmitter {
  static made: FakeWindow[] = [];
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents: FakeContents;
  destroyed = false;
  loaded: string | undefined;
  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    FakeWindow.made.push(this);
    this.webContents = new FakeContents('', FakeWindow.made.length);
  }
  loadURL(url: string): Promise<void> {
    this.loaded = url;
    this.webContents.url = url;
    this.emit('ready-to-show');
    return Promise.resolve();
  }
  show(): void {
    this.emit('shown');
  }
  focus(): void {
    this.emit('focused');
  }
  isMinimized(): boolean {
    return true;
  }
  restore(): void {
    this.emit('restored');
  }
  destroy(): void {
    this.destroyed = true;
    this.emit('closed');
  }
}

type Handlers = {
  request: Parameters<Session['setPermissionRequestHandler']>[0];
  check: Parameters<Session['setPermissionCheckHandler']>[0];
  device: Parameters<Session['setDevicePermissionHandler']>[0];
  bluetooth: Parameters<Session['setBluetoothPairingHandler']>[0];
  usb: Parameters<Session['setUSBProtectedClassesHandler']>[0];
  display: Parameters<Session['setDisplayMediaRequestHandler']>[0];
};

export class FakeSession extends EventEmitter {
  readonly set: Partial<Handlers> = {};
  setPermissionRequestHandler(handler: Handlers['request']): void {
    this.set.request = handler;
  }
  setPermissionCheckHandler(handler: Handlers['check']): void {
    this.set.check = handler;
  }
  setDevicePermissionHandler(handler: Handlers['device']): void {
    this.set.device = handler;
  }
  setBluetoothPairingHandler(handler: Handlers['bluetooth']): void {
    this.set.bluetooth = handler;
  }
  setUSBProtectedClassesHandler(handler: Handlers['usb']): void {
    this.set.usb = handler;
  }
  setDisplayMediaRequestHandler(handler: Handlers['display']): void {
    this.set.display = handler;
  }
}

type InvokeHandler = (event: IpcMainInvokeEvent, ...values: unknown[]) => unknown;

export class FakeIpc {
  readonly handlers = new Map<string, InvokeHandler>();
  handle(channel: string, handler: InvokeHandler): void {
    this.handlers.set(channel, handler);
  }
  invoke(channel: string, event: object, ...values: unknown[]): Promise<unknown> {
    return Promise.resolve(this.handlers.get(channel)?.(event as IpcMainInvokeEvent, ...values));
  }
}

/** A keyring that only turns the bytes round: enough to see what goes in and comes out. */
export function fakeKeyring(
  backend: ReturnType<OsStorage['getSelectedStorageBackend']>,
  available = true,
): OsStorage {
  return {
    isEncryptionAvailable: () => available,
    getSelectedStorageBackend: () => backend,
    encryptString: (text) => Buffer.from(text).reverse(),
    decryptString: (wrapped) => Buffer.from(wrapped).reverse().toString(),
  };
}
