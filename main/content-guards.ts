import type { WebContents } from 'electron';
import { isOurs } from './app-origin.ts';
import { guardBluetooth } from './permissions.ts';

export type GuardedContents = Pick<WebContents, 'on' | 'setWindowOpenHandler'>;

/**
 * Put on every page the app ever creates. The page stays where it is: it neither leaves for another address, nor opens a
 * window, nor carries a frame or webview to somewhere else. Nothing is handed to the system's browser either.
 */
export function guardContents(contents: GuardedContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  guardBluetooth(contents);
}
