import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { toApp, toHttp } from './app-address.ts';
import type { Cdp, CdpData } from './cdp.ts';
import { standinEnvironment as env } from './environment.ts';
import { Frames } from './frames.ts';
import { machine } from './machine.ts';
import { PreventableEvent } from './preventable-event.ts';
import { app } from './standin-app.ts';
import { ipcMain } from './standin-ipc.ts';
import { defaultSession } from './standin-session.ts';
import { encodeValue } from './wire-values.ts';
import { isolatedScript, mainScript } from './world-scripts.ts';

const binding = '__standinCall';
let lastId = 0;

type OpenHandler = Parameters<Electron.WebContents['setWindowOpenHandler']>[0];

/** One page of Chromium with the events and questions by which the shell guards it. */
export class StandinContents extends EventEmitter {
  readonly id = ++lastId;
  readonly session = defaultSession;
  readonly frames = new Frames();
  #cdp: Cdp | undefined;
  #sessionId = '';
  #targetId = '';
  #destroyed = false;
  /** Address that the main process itself is going to; it passes without being asked about. */
  #expected: string | null = null;
  #openHandler: OpenHandler | null = null;

  constructor() {
    super();
    app.emit('web-contents-created', new PreventableEvent(), this);
  }
  get mainFrame(): unknown {
    return this.frames.main;
  }
  getURL(): string {
    return this.frames.main?.url ?? '';
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }
  send(channel: string, ...values: unknown[]): void {
    const contextId = this.frames.preloadContext;
    if (contextId === null) return;
    const expression = `standinEmit(${JSON.stringify(channel)}, ${JSON.stringify(values.map(encodeValue))})`;
    void this.cdp('Runtime.evaluate', { expression, contextId }).catch(() => undefined);
  }
  async executeJavaScript(expression: string): Promise<unknown> {
    const options = {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture: true,
      allowUnsafeEvalBlockedByCSP: false,
    };
    const { result, exceptionDetails } = await this.cdp('Runtime.evaluate', options);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }
  cdp(method: string, params: CdpData = {}): Promise<CdpData> {
    if (!this.#cdp) return Promise.reject(new Error('page is not open yet'));
    return this.#cdp.send(method, params, this.#sessionId);
  }

  async load(url: string): Promise<void> {
    this.#expected = url;
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', resolve));
    const { errorText } = await this.cdp('Page.navigate', { url: toHttp(url) });
    if (errorText) throw new Error(`${errorText} loading '${url}'`);
    await loaded;
  }

  async attach(preload: string): Promise<void> {
    const { cdp } = (await machine()).chromium;
    this.#cdp = cdp;
    this.#targetId = (await cdp.send('Target.createTarget', { url: 'about:blank' })).targetId;
    this.#sessionId = (
      await cdp.send('Target.attachToTarget', { targetId: this.#targetId, flatten: true })
    ).sessionId;
    this.#listen(cdp);
    for (const domain of ['Page', 'Inspector']) await this.cdp(`${domain}.enable`);
    await this.frames.follow(cdp, this.#sessionId);
    await this.cdp('Runtime.enable');
    await this.cdp('Runtime.addBinding', { name: binding, executionContextName: 'preload' });
    const source = isolatedScript(
      readFileSync(preload, 'utf8'),
      binding,
      env.STANDIN_HOSTILE_FRAMES === 'yes',
    );
    await this.cdp('Page.addScriptToEvaluateOnNewDocument', { source, worldName: 'preload' });
    await this.cdp('Page.addScriptToEvaluateOnNewDocument', { source: mainScript });
    await this.cdp('Fetch.enable', { patterns: [{ urlPattern: '*', resourceType: 'Document' }] });
  }

  async destroy(): Promise<void> {
    if (this.#destroyed) return;
    this.#destroyed = true;
    await this.#cdp?.send('Target.closeTarget', { targetId: this.#targetId }).catch(() => undefined);
    this.emit('destroyed');
  }

  #listen(cdp: Cdp): void {
    const on = (method: string, listener: (params: CdpData) => void): void =>
      cdp.on(method, this.#sessionId, listener);
    on('Runtime.bindingCalled', (params) => void this.#called(params));
    on('Fetch.requestPaused', (params) => void this.#documentRequested(params).catch(() => undefined));
    on('Page.loadEventFired', () => this.emit('did-finish-load'));
    on('Inspector.targetCrashed', () =>
      this.emit('render-process-gone', new PreventableEvent(), { reason: 'crashed', exitCode: 1 }),
    );
    on('Page.windowOpen', ({ url }) => this.#windowOpened(toApp(url)));
    cdp.on('Target.targetCreated', undefined, ({ targetInfo }) => {
      // Chromium opened it before anybody could be asked; the handler's answer decides whether it stays.
      if (targetInfo.openerId === this.#targetId)
        void cdp.send('Target.closeTarget', { targetId: targetInfo.targetId });
    });
    void cdp.send('Target.setDiscoverTargets', { discover: true });
  }

  #windowOpened(url: string): void {
    const answer = this.#openHandler?.({ url } as Electron.HandlerDetails) ?? { action: 'allow' };
    this.emit('standin-window-open', { url, action: answer.action });
  }

  async #called({ name, payload, executionContextId }: CdpData): Promise<void> {
    if (name !== binding) return;
    const { id, channel, values } = JSON.parse(payload) as { id: number; channel: string; values: unknown[] };
    const caller = { sender: this, senderFrame: this.frames.ofContext(executionContextId) };
    const { ok, value } = await ipcMain.invoke(caller, channel, values);
    const expression = `standinReply(${id}, ${ok}, ${JSON.stringify(value)})`;
    await this.cdp('Runtime.evaluate', { expression, contextId: executionContextId }).catch(() => undefined);
  }

  /** A document is about to be requested: the moment for will-navigate and the like, and for the permissions. */
  async #documentRequested({ requestId, request, frameId, redirectedRequestId }: CdpData): Promise<void> {
    const url = toApp(request.url as string);
    const isMainFrame = frameId === this.frames.mainId;
    const byUs = isMainFrame && !redirectedRequestId && url === this.#expected;
    if (byUs) this.#expected = null;
    if (!byUs && this.#refused(url, isMainFrame, Boolean(redirectedRequestId)))
      return void (await this.cdp('Fetch.failRequest', { requestId, errorReason: 'Aborted' }));
    if (isMainFrame) await defaultSession.applyPermissions({ getURL: () => url }, url);
    await this.cdp('Fetch.continueRequest', { requestId });
  }

  #refused(url: string, isMainFrame: boolean, redirected: boolean): boolean {
    const events = redirected
      ? ['will-redirect']
      : isMainFrame
        ? ['will-frame-navigate', 'will-navigate']
        : ['will-frame-navigate'];
    return events.some((name) => {
      const event = new PreventableEvent({ url, isMainFrame, isSameDocument: false });
      this.emit(name, event, url);
      if (event.defaultPrevented) this.emit('standin-refused', url);
      return event.defaultPrevented;
    });
  }
}
