import type { EventEmitter } from 'node:events';
import { ControlRequest, type ControlReply, type Description } from './control-messages.ts';
import { machine } from './machine.ts';
import { app } from './standin-app.ts';
import { defaultSession, protocol } from './standin-session.ts';
import { BrowserWindow } from './window.ts';

const seen = {
  refused: [] as string[],
  opened: [] as Description['opened'],
  focused: 0,
  errorBoxes: [] as string[],
  menuRemoved: false,
};

export const dialog = {
  showErrorBox(_title: string, text: string): void {
    seen.errorBoxes.push(text);
    process.stderr.write(`${JSON.stringify({ part: 'standin', code: 'errorBox', text })}\n`);
  },
};
export const Menu = {
  setApplicationMenu(menu: unknown): void {
    seen.menuRemoved = menu === null;
  },
};

const reply = (message: ControlReply): void => void process.send?.(message);

app.on('web-contents-created', (_event, contents: EventEmitter) => {
  contents.on('did-finish-load', () => reply({ type: 'loaded' }));
  contents.on('standin-refused', (url: string) => seen.refused.push(url));
  contents.on('standin-window-open', (opened: Description['opened'][number]) => seen.opened.push(opened));
});

async function describe(): Promise<Description> {
  const { chromium, server } = await machine();
  const windows = [...BrowserWindow.all].map(({ webContents, options }) => ({
    contentsId: webContents.id,
    url: webContents.getURL(),
    kiosk: options.kiosk === true,
  }));
  return {
    cdpEndpoint: chromium.endpoint,
    appPort: server.port,
    windows,
    ...seen,
    schemes: protocol.schemes,
    deviceHandlers: Object.keys(defaultSession.deviceHandlers),
    sessionListeners: defaultSession.eventNames().map(String),
  };
}

async function perform(request: ControlRequest): Promise<unknown> {
  if (request.op === 'describe') return describe();
  if (request.op === 'quit') return app.quit();
  const window = [...BrowserWindow.all].at(-1);
  if (!window) throw new Error('no window is open');
  switch (request.op) {
    case 'evaluate':
      return window.webContents.executeJavaScript(request.expression);
    case 'force':
      return window.webContents.load(request.url);
    case 'closeWindow':
      return window.close();
    case 'crash':
      // The page dies before it can answer.
      void window.webContents.cdp('Page.crash').catch(() => undefined);
      return undefined;
  }
}

process.on('message', (raw) => {
  const request = ControlRequest.parse(raw);
  perform(request).then(
    (value) => reply({ type: 'answer', id: request.id, ok: true, value: value ?? null }),
    (cause: unknown) => reply({ type: 'answer', id: request.id, ok: false, value: (cause as Error).message }),
  );
});
process.on('disconnect', () => app.exit(1));

/** Counts what a second start does to the window. */
export function countFocus(window: EventEmitter): void {
  window.on('focus', () => (seen.focused += 1));
}
