import { toApp } from './app-address.ts';
import type { Cdp, CdpData } from './cdp.ts';

export interface Frame {
  id: string;
  url: string;
  origin: string;
  parent: Frame | null;
}

const originOf = (url: string): string => /^[a-z]+:\/\/[^/]+/.exec(url)?.[0] ?? 'null';

/** The frames of one page with the address each shows, and which execution context belongs to which. */
export class Frames {
  readonly #frames = new Map<string, Frame>();
  readonly #frameOfContext = new Map<number, string>();
  mainId = '';
  /** Context of the preload world in the main frame. */
  preloadContext: number | null = null;

  async follow(cdp: Cdp, sessionId: string): Promise<void> {
    cdp.on('Page.frameAttached', sessionId, ({ frameId, parentFrameId }) =>
      this.#add(frameId, parentFrameId),
    );
    cdp.on('Page.frameDetached', sessionId, ({ frameId }) => this.#frames.delete(frameId));
    cdp.on('Page.frameNavigated', sessionId, ({ frame }) => this.#navigated(frame));
    cdp.on('Runtime.executionContextDestroyed', sessionId, ({ executionContextId }) =>
      this.#frameOfContext.delete(executionContextId),
    );
    cdp.on('Runtime.executionContextCreated', sessionId, ({ context }) => {
      this.#frameOfContext.set(context.id, context.auxData?.frameId);
      if (context.name === 'preload' && context.auxData?.frameId === this.mainId)
        this.preloadContext = context.id;
    });
    const { frameTree } = await cdp.send('Page.getFrameTree', {}, sessionId);
    this.mainId = frameTree.frame.id;
    this.#navigated(frameTree.frame);
  }

  ofContext(id: number): Frame | null {
    return this.#frames.get(this.#frameOfContext.get(id) ?? '') ?? null;
  }

  get main(): Frame | null {
    return this.#frames.get(this.mainId) ?? null;
  }

  #add(id: string, parentId: string): void {
    const parent = this.#frames.get(parentId) ?? null;
    this.#frames.set(id, { id, url: 'about:blank', origin: parent?.origin ?? 'null', parent });
  }

  #navigated(frame: CdpData): void {
    const url = toApp(frame.url as string);
    const parent = this.#frames.get(frame.parentId ?? '') ?? null;
    const origin = url.startsWith('about:') && parent ? parent.origin : originOf(url);
    this.#frames.set(frame.id, { id: frame.id, url, origin, parent });
  }
}
