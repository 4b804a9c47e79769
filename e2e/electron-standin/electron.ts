/** What `import … from 'electron'` gets on the stand-in: only what the shell uses, so that more use fails at once. */
import { BrowserWindow as StandinWindow } from './window.ts';
import { countFocus } from './control.ts';

export { dialog, Menu } from './control.ts';
export { app } from './standin-app.ts';
export { ipcMain } from './standin-ipc.ts';
export { protocol, session } from './standin-session.ts';
export { safeStorage } from './standin-storage.ts';

export class BrowserWindow extends StandinWindow {
  constructor(options: Electron.BrowserWindowConstructorOptions) {
    super(options);
    countFocus(this);
  }
}
