import { EventEmitter } from 'node:events';
import type { CdpData } from './cdp.ts';
import { toHttp } from './app-address.ts';
import { machine } from './machine.ts';
import type { SchemeHandler } from './app-server.ts';

type RequestHandler = Parameters<Electron.Session['setPermissionRequestHandler']>[0];
type CheckHandler = Parameters<Electron.Session['setPermissionCheckHandler']>[0];
type PermissionName = Parameters<NonNullable<RequestHandler>>[1];

/** Chromium's name, Electron's name, and for media the kind. */
const permissions: readonly { chromium: string; electron: PermissionName; media?: 'video' | 'audio' }[] = [
  { chromium: 'camera', electron: 'media', media: 'video' },
  { chromium: 'microphone', electron: 'media', media: 'audio' },
  { chromium: 'geolocation', electron: 'geolocation' },
  { chromium: 'notifications', electron: 'notifications' },
  { chromium: 'clipboard-read', electron: 'clipboard-read' },
  { chromium: 'midi', electron: 'midi' },
  { chromium: 'idle-detection', electron: 'idle-detection' },
  { chromium: 'local-fonts', electron: 'local-fonts' },
  { chromium: 'window-management', electron: 'window-management' },
];

/** `session.defaultSession`: remembers the handlers and turns their answers into Chromium's permission settings. */
export class StandinSession extends EventEmitter {
  #request: RequestHandler = null;
  #check: CheckHandler = null;
  /** What each device handler answers when asked; shown to tests. */
  readonly deviceHandlers: Record<string, unknown> = {};

  setPermissionRequestHandler(handler: RequestHandler): void {
    this.#request = handler;
  }
  setPermissionCheckHandler(handler: CheckHandler): void {
    this.#check = handler;
  }
  setDevicePermissionHandler(handler: unknown): void {
    this.deviceHandlers['device'] = handler;
  }
  setBluetoothPairingHandler(handler: unknown): void {
    this.deviceHandlers['bluetooth'] = handler;
  }
  setUSBProtectedClassesHandler(handler: unknown): void {
    this.deviceHandlers['usbClasses'] = handler;
  }
  setDisplayMediaRequestHandler(handler: unknown): void {
    this.deviceHandlers['display'] = handler;
  }

  /** Asks both handlers about every permission for a document of the main frame and sets Chromium accordingly. */
  async applyPermissions(contents: object, url: string): Promise<void> {
    const { cdp } = (await machine()).chromium;
    const origin = new URL(toHttp(url)).origin;
    for (const permission of permissions) {
      const granted = this.#asks(contents as Electron.WebContents, permission, url);
      const descriptor: CdpData = { name: permission.chromium };
      await cdp.send('Browser.setPermission', {
        permission: descriptor,
        setting: granted ? 'granted' : 'denied',
        origin,
      });
    }
  }

  #asks(
    contents: Electron.WebContents,
    { electron, media }: (typeof permissions)[number],
    url: string,
  ): boolean {
    // Electron grants what no handler refuses.
    const origin = `${url.split('/').slice(0, 3).join('/')}/`;
    const common = { isMainFrame: true, requestingUrl: url, securityOrigin: origin };
    const checked =
      this.#check?.(contents, electron, origin, { ...common, ...(media ? { mediaType: media } : {}) }) ??
      true;
    let requested = this.#request === null;
    const details = { ...common, ...(media ? { mediaTypes: [media] } : {}) };
    this.#request?.(
      contents,
      electron,
      (granted) => (requested = granted),
      details as Electron.MediaAccessPermissionRequest,
    );
    return checked && requested;
  }
}

export const defaultSession = new StandinSession();
export const session = { defaultSession };

/** `protocol`: registered schemes are noted, the handler gets the requests of the app's origin. */
export const protocol = {
  schemes: [] as Electron.CustomScheme[],
  registerSchemesAsPrivileged(schemes: Electron.CustomScheme[]): void {
    this.schemes.push(...schemes);
  },
  handle(scheme: string, handler: SchemeHandler): void {
    if (!this.schemes.some((known) => known.scheme === scheme))
      throw new Error(`scheme '${scheme}' is not privileged`);
    void machine().then(({ server }) => server.handle(handler));
  },
};
