import { readFileSync } from 'node:fs';
import path from 'node:path';
import { app, BrowserWindow, dialog, ipcMain, Menu, protocol, safeStorage, session } from 'electron';
import { startFailure } from '../contract/start-failure.ts';
import { startStation } from '../station/start-station.ts';
import { appScheme } from './app-origin.ts';
import { guardContents } from './content-guards.ts';
import { KeyUnreadable } from './key-wrap.ts';
import { shellPlaces, type ShellPlaces } from './places.ts';
import { BadSettings, readSettings, settingsFile } from './settings.ts';
import { stderrLog } from './shell-log.ts';
import { startShell } from './start-shell.ts';
import { readFeed } from './update-feed.ts';
import { updateSerial } from './update-serial.ts';
import { createUpdater, noUpdater, type Updater } from './updater.ts';

function administratorsFile(): string | null {
  try {
    return readFileSync(settingsFile(process.platform, process.env), 'utf8');
  } catch {
    return null;
  }
}

/** electron-updater is loaded only where a feed is configured: merely loading it looks for an installed program. */
async function openUpdater(places: ShellPlaces, dataDir: string): Promise<Updater> {
  const feed = await readFeed(places.feed);
  if (!feed) return noUpdater;
  const { default: electronUpdater } = await import('electron-updater');
  const serial = updateSerial(path.join(dataDir, 'update-serial.json'));
  return createUpdater({
    feed,
    engine: electronUpdater.autoUpdater,
    currentVersion: app.getVersion(),
    serial,
  });
}

/** What the person at the machine can do about a start that failed. */
function explain(cause: unknown): string {
  if (cause instanceof BadSettings)
    return `设置有误：${cause.message}\n请让管理员检查 ${settingsFile(process.platform, process.env)}。`;
  if (cause instanceof KeyUnreadable)
    return `本机数据的钥匙打不开（${cause.code}）。数据没有丢失，请用原来的系统账户登录，或联系管理员恢复。`;
  return startFailure(cause).reason;
}

async function start(): Promise<void> {
  const settings = readSettings(process.env, process.argv, administratorsFile());
  await app.whenReady();
  const places = shellPlaces(app, import.meta.dirname, process.resourcesPath);
  await startShell({
    electron: {
      app,
      Window: BrowserWindow,
      ipc: ipcMain,
      menu: Menu,
      protocol,
      session: session.defaultSession,
      storage: safeStorage,
    },
    settings,
    places,
    startStation,
    updater: (dataDir) => openUpdater(places, dataDir),
    log: stderrLog,
  });
}

// Before anything is awaited: Electron takes schemes, sandbox and the lock only until it is ready.
protocol.registerSchemesAsPrivileged([
  { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
]);
app.enableSandbox();
app.on('web-contents-created', (_event, contents) => guardContents(contents));
if (app.requestSingleInstanceLock()) {
  start().catch((cause: unknown) => {
    stderrLog('start.failed', {
      cause: cause instanceof Error ? `${cause.name}: ${cause.message}` : 'unknown',
    });
    dialog.showErrorBox('暖窗', explain(cause));
    app.exit(1);
  });
} else app.quit();
