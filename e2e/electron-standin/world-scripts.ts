/*
 * Functions that run inside the page; they are sent as source text, so they use nothing from this module. The isolated world
 * holds the preload script, the main world gets copies of what it exposes. The two speak by events whose details Chromium
 * clones, as Electron's contextBridge does with its copies.
 */
type Wire = { $: string; v?: unknown };

/** Isolated world. `call` is the CDP binding; only this world has it. */
export function isolatedWorld(
  call: (text: string) => void,
  runPreload: (require: (name: string) => unknown) => void,
): void {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(cause: Error): void }>();
  const listeners = new Map<string, Set<(event: object, ...values: unknown[]) => void>>();
  const functions: ((...values: unknown[]) => unknown)[] = [];
  let lastId = 0;

  const encode = (value: unknown): unknown => {
    if (value === undefined) return { $: 'undefined' };
    if (typeof value === 'function' || typeof value === 'symbol')
      throw new Error('An object could not be cloned.');
    if (typeof value === 'bigint') return { $: 'bigint', v: String(value) };
    if (value === null || typeof value !== 'object') return value;
    if (value instanceof Uint8Array)
      return { $: 'bytes', v: (value as unknown as { toBase64(): string }).toBase64() };
    if (value instanceof Date) return { $: 'date', v: value.toISOString() };
    if (value instanceof Map) return { $: 'map', v: encode([...value]) };
    if (Array.isArray(value)) return value.map(encode);
    return { $: 'object', v: Object.entries(value).map(([key, part]) => [key, encode(part)]) };
  };
  const decode = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(decode);
    if (value === null || typeof value !== 'object') return value;
    const { $, v } = value as Wire;
    if ($ === 'bytes')
      return (Uint8Array as unknown as { fromBase64(text: string): Uint8Array }).fromBase64(v as string);
    if ($ === 'object')
      return Object.fromEntries((v as [string, unknown][]).map(([key, part]) => [key, decode(part)]));
    return undefined;
  };

  Object.assign(globalThis, {
    standinReply(id: number, ok: boolean, value: unknown): void {
      const one = waiting.get(id);
      waiting.delete(id);
      if (ok) one?.resolve(decode(value));
      else one?.reject(new Error(String(value)));
    },
    standinEmit(channel: string, values: unknown[]): void {
      for (const listener of listeners.get(channel) ?? []) listener({}, ...values.map(decode));
    },
  });
  const ipcRenderer = {
    invoke: (channel: string, ...values: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        const text = JSON.stringify({ id, channel, values: values.map(encode) });
        waiting.set(id, { resolve, reject });
        call(text);
      }),
    on: (channel: string, listener: () => void) => {
      listeners.set(channel, (listeners.get(channel) ?? new Set()).add(listener));
    },
    off: (channel: string, listener: () => void) => {
      listeners.get(channel)?.delete(listener);
    },
  };

  const say = (name: string, detail: unknown): void => void dispatchEvent(new CustomEvent(name, { detail }));
  /** Copies for the other world: functions become numbers there. */
  const shown = (value: unknown): unknown => {
    if (typeof value === 'function') return { $: 'function', v: functions.push(value as () => unknown) - 1 };
    if (value === null || typeof value !== 'object' || value instanceof Uint8Array)
      return { $: 'value', v: value };
    if (value instanceof Promise) return { $: 'value', v: undefined };
    if (Array.isArray(value)) return { $: 'value', v: value };
    const entries = Object.entries(value).map(([key, part]) => [key, shown(part)]);
    return { $: 'object', v: entries };
  };
  const received = ({ $, v }: Wire): unknown =>
    $ === 'function' ? (...values: unknown[]) => say('standin:callback', { id: v, values }) : v;

  const exposed = new Map<string, unknown>();
  addEventListener('standin:ask', () =>
    say(
      'standin:api',
      [...exposed].map(([key, api]) => [key, shown(api)]),
    ),
  );
  addEventListener('standin:call', (event) => {
    const { id, fn, values } = (event as CustomEvent<{ id: number; fn: number; values: Wire[] }>).detail;
    try {
      const result = functions[fn]?.(...values.map(received));
      if (result instanceof Promise) {
        result.then(
          (value: unknown) => say('standin:settled', { id, ok: true, value }),
          (cause: unknown) => say('standin:settled', { id, ok: false, value: (cause as Error).message }),
        );
        say('standin:return', { id, kind: 'promise' });
      } else say('standin:return', { id, kind: 'plain', value: shown(result) });
    } catch (cause) {
      say('standin:return', { id, kind: 'error', value: (cause as Error).message });
    }
  });
  runPreload((name) => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`);
    return {
      ipcRenderer,
      contextBridge: { exposeInMainWorld: (key: string, api: unknown) => exposed.set(key, api) },
    };
  });
}

/** Main world: builds frozen copies of what the preload script exposed. */
export function mainWorld(): void {
  const settle = new Map<number, { resolve(value: unknown): void; reject(cause: Error): void }>();
  const callbacks: ((...values: unknown[]) => void)[] = [];
  let lastId = 0;
  let answer: { id: number; kind: string; value?: unknown } | undefined;
  let api: [string, Wire][] = [];

  addEventListener('standin:return', (event) => (answer = (event as CustomEvent<typeof answer>).detail));
  addEventListener('standin:settled', (event) => {
    const { id, ok, value } = (event as CustomEvent<{ id: number; ok: boolean; value: unknown }>).detail;
    if (ok) settle.get(id)?.resolve(value);
    else settle.get(id)?.reject(new Error(String(value)));
    settle.delete(id);
  });
  addEventListener('standin:callback', (event) => {
    const { id, values } = (event as CustomEvent<{ id: number; values: unknown[] }>).detail;
    callbacks[id]?.(...values);
  });
  addEventListener('standin:api', (event) => (api = (event as CustomEvent<[string, Wire][]>).detail));

  const give = (value: unknown): Wire =>
    typeof value === 'function'
      ? { $: 'function', v: callbacks.push(value as () => void) - 1 }
      : { $: 'value', v: value };
  const take = ({ $, v }: Wire): unknown => {
    if ($ === 'object')
      return Object.freeze(
        Object.fromEntries((v as [string, Wire][]).map(([key, part]) => [key, take(part)])),
      );
    return $ === 'function' ? remote(v as number) : v;
  };
  const remote =
    (fn: number) =>
    (...values: unknown[]): unknown => {
      const id = ++lastId;
      dispatchEvent(new CustomEvent('standin:call', { detail: { id, fn, values: values.map(give) } }));
      if (answer?.kind === 'error') throw new Error(String(answer.value));
      if (answer?.kind !== 'promise') return take(answer?.value as Wire);
      return new Promise((resolve, reject) => settle.set(id, { resolve, reject }));
    };
  dispatchEvent(new CustomEvent('standin:ask'));
  for (const [key, exposed] of api)
    Object.defineProperty(globalThis, key, {
      value: take(exposed),
      enumerable: true,
      writable: false,
      configurable: false,
    });
}

/** Text for the isolated world: the preload bundle wrapped as Electron wraps it, in main frames only unless `everywhere`. */
export const isolatedScript = (preload: string, binding: string, everywhere: boolean): string => `(() => {
  const call = globalThis[${JSON.stringify(binding)}];
  if (!call || !(${everywhere} || window === window.top)) return;
  (${isolatedWorld.toString()})((text) => call(text), (require) => {
    ((require, module, exports) => {\n${preload}\n})(require, { exports: {} }, {});
  });
})()`;

export const mainScript = `(${mainWorld.toString()})()`;
