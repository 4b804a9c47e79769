import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';

type Listener = (event: object, ...values: unknown[]) => void;
const seen = vi.hoisted(() => ({
  exposed: new Map<string, Record<string, unknown>>(),
  invoked: [] as unknown[][],
  listeners: new Set<unknown>(),
}));
vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, api: Record<string, unknown>) => seen.exposed.set(name, api),
  },
  ipcRenderer: {
    invoke: (...values: unknown[]) => Promise.resolve(void seen.invoked.push(values)),
    on: (channel: string, listener: unknown) => channel === 'core:news' && seen.listeners.add(listener),
    off: (channel: string, listener: unknown) => channel === 'core:news' && seen.listeners.delete(listener),
  },
}));

interface Bridge {
  call(envelope: unknown, binary?: Uint8Array): Promise<unknown>;
  onNews(listener: (news: unknown) => void): () => void;
}
let bridge: Bridge;
beforeEach(async () => {
  await import('./bridge.ts');
  bridge = seen.exposed.get('nuanchuang') as unknown as Bridge;
});

test('exposes one name with two functions', () => {
  expect([...seen.exposed.keys()]).toEqual(['nuanchuang']);
  expect(Object.keys(bridge)).toEqual(['call', 'onNews']);
});

test('a call can reach the one channel only, whatever the page passes', async () => {
  await bridge.call({ id: 1, name: 'core:other', input: {} }, new Uint8Array([1]));
  await (bridge.call as (...values: unknown[]) => Promise<unknown>)('core:other', undefined, 'more');
  expect(seen.invoked).toEqual([
    ['core:call', { id: 1, name: 'core:other', input: {} }, new Uint8Array([1])],
    ['core:call', 'core:other', undefined],
  ]);
});

test("news come without Electron's event, and stop when asked", () => {
  const heard: unknown[][] = [];
  const stop = bridge.onNews((...values: unknown[]) => heard.push(values));
  const [listener] = seen.listeners as Set<Listener>;
  listener?.({ sender: 'ipcRenderer itself' }, { type: 'sync.changed' });
  stop();
  expect([heard, seen.listeners.size]).toEqual([[[{ type: 'sync.changed' }]], 0]);
});

test('stays a page of code', () => {
  expect(readFileSync(path.join(import.meta.dirname, 'bridge.ts'), 'utf8').split('\n').length).toBeLessThan(
    40,
  );
});
