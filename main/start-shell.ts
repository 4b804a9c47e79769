import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type {
  App,
  BrowserWindow,
  BrowserWindowConstructorOptions,
  IpcMain,
  Menu,
  Protocol,
  SafeStorage,
  Session,
} from 'electron';
import type { CoreHost } from '../contract/envelope.ts';
import type { StationInput } from '../station/config.ts';
import { createAppHandler } from './app-files.ts';
import { appScheme } from './app-origin.ts';
import { openCallDoor } from './core-calls.ts';
import { deviceKey } from './key-wrap.ts';
import { guardPermissions } from './permissions.ts';
import type { ShellPlaces } from './places.ts';
import { closeBeforeQuit } from './quit.ts';
import type { ShellSettings } from './settings.ts';
import type { ShellLog } from './shell-log.ts';
import { createShellWindow, type ShellWindow } from './shell-window.ts';
import type { Updater } from './updater.ts';
import { windowOptions } from './window-options.ts';

/** The part of Electron that the shell uses once it is ready. */
export interface ReadyElectron {
  app: Pick<App, 'on' | 'quit' | 'exit' | 'getVersion' | 'isPackaged' | 'getPath'>;
  Window: new (options: BrowserWindowConstructorOptions) => BrowserWindow;
  ipc: Pick<IpcMain, 'handle'>;
  menu: Pick<typeof Menu, 'setApplicationMenu'>;
  protocol: Pick<Protocol, 'handle'>;
  session: Session;
  storage: SafeStorage;
}

export interface ShellParts {
  electron: ReadyElectron;
  settings: ShellSettings;
  places: ShellPlaces;
  startStation(options: StationInput): Promise<CoreHost>;
  updater(dataDir: string): Promise<Updater>;
  log: ShellLog;
}

async function startCore(
  { electron, settings, places, startStation }: ShellParts,
  dataDir: string,
): Promise<CoreHost> {
  return startStation({
    dataDir,
    resourcesDir: places.resources,
    districtUrl: settings.districtUrl,
    districtCa: settings.districtCaFile ? await readFile(settings.districtCaFile, 'utf8') : null,
    idReaderUrl: settings.idReaderUrl,
    deviceName: settings.deviceName,
    host: {
      kind: 'electron',
      reason: settings.hostReason,
      version: electron.app.getVersion(),
      mode: settings.mode,
      fontsOk: existsSync(path.join(places.resources, 'fonts')),
    },
    key: await deviceKey(path.join(dataDir, 'key.json'), electron.storage),
  });
}

/** Composes the ready app: doors closed first, then the core, then the window. */
export async function startShell(parts: ShellParts): Promise<ShellWindow> {
  const { electron, settings, places, log } = parts;
  guardPermissions(electron.session);
  electron.protocol.handle(appScheme, createAppHandler(places.page));
  if (electron.app.isPackaged) electron.menu.setApplicationMenu(null);
  const dataDir = settings.dataDir ?? path.join(electron.app.getPath('userData'), 'station');
  const core = await startCore(parts, dataDir);

  const shell = createShellWindow({
    Window: electron.Window,
    options: windowOptions(settings.mode, places.preload, electron.app.isPackaged),
    kiosk: settings.mode === 'kiosk',
    now: Date.now,
    log,
    onHopeless: () => electron.app.quit(),
  });
  openCallDoor({ ipc: electron.ipc, core, contents: shell.contents });
  electron.app.on('before-quit', shell.release);
  closeBeforeQuit(electron.app, () => core.close(), log);
  electron.app.on('second-instance', shell.focus);
  electron.app.on('window-all-closed', () => electron.app.quit());
  await shell.open();
  void parts.updater(dataDir).then(
    async (updater) => log('update.checked', { ...(await updater.check()) }),
    (cause: unknown) => log('update.notConfigured', { cause: String(cause) }),
  );
  return shell;
}
