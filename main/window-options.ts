import type { BrowserWindowConstructorOptions } from 'electron';

export type ShellMode = 'window' | 'kiosk' | 'field';

/**
 * The one window. Every safety switch is named although it is the default, so that a change of default or of mind is seen.
 * `kiosk` is only full screen without a frame: the operating system has to be locked too (docs/security-electron.md).
 */
export function windowOptions(
  mode: ShellMode,
  preload: string,
  packaged: boolean,
): BrowserWindowConstructorOptions {
  const kiosk = mode === 'kiosk';
  return {
    title: '暖窗',
    show: false,
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 640,
    backgroundColor: '#faf7f5',
    autoHideMenuBar: true,
    kiosk,
    frame: !kiosk,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      spellcheck: false,
      devTools: !packaged,
    },
  };
}
