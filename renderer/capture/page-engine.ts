import type { PageCall, PageCalls, PageReply } from './page-protocol.ts';

/** The worker that finds, straightens and judges pages; holds one still until the next one or `close`. */
export interface PageEngine {
  call<K extends PageCall>(name: K, argument: PageCalls[K]['argument']): Promise<PageCalls[K]['result']>;
  close(): void;
}

interface Waiting {
  resolve(value: never): void;
  reject(error: Error): void;
}

/** The worker starts with the first call. Close it when the pages are done: the last still goes with it. */
export function createPageEngine(): PageEngine {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let next = 0;
  const fail = () => {
    for (const { reject } of waiting.values()) reject(new Error('page engine failed'));
    waiting.clear();
  };
  const start = () => {
    const started = new Worker(new URL('./page.worker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('error', fail);
    started.addEventListener('message', ({ data }: MessageEvent<PageReply>) => {
      const caller = waiting.get(data.id);
      waiting.delete(data.id);
      if (data.ok) caller?.resolve(data.result as never);
      else caller?.reject(new Error('page engine failed'));
    });
    return started;
  };
  return {
    call: (name, argument) =>
      new Promise((resolve, reject) => {
        const id = next++;
        waiting.set(id, { resolve, reject });
        const bitmaps = Object.values(argument).filter((value) => value instanceof ImageBitmap);
        worker ??= start();
        worker.postMessage({ id, call: name, argument }, bitmaps);
      }),
    close() {
      worker?.terminate();
      worker = null;
      fail();
    },
  };
}
