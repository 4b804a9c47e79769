import type { WebContents, WebFrameMain } from 'electron';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  maxBinaryBytes,
  maxJsonChars,
  type Call,
  type CoreHost,
  type CoreNews,
} from '../contract/envelope.ts';
import { callChannel, isTrustedSender, newsChannel, openCallDoor, parseCall } from './core-calls.ts';
import { FakeContents, FakeIpc } from './fake-electron.ts';

const frame = (url: string, origin: string, parent: object | null = null): WebFrameMain =>
  ({ url, origin, parent }) as WebFrameMain;
const home = frame('app://window/index.html', 'app://window');

describe('who may call', () => {
  const contents = new FakeContents().as();
  const trusted = (
    senderFrame: WebFrameMain | null,
    sender: WebContents = contents,
    ours: WebContents | null = contents,
  ): boolean => isTrustedSender({ sender, senderFrame }, ours);

  test('the main frame of our page in our window', () => expect(trusted(home)).toBe(true));
  test('not a frame that is gone', () => expect(trusted(null)).toBe(false));
  test('not a frame within the page', () => expect(trusted(frame(home.url, home.origin, home))).toBe(false));
  test('not a foreign page', () =>
    expect(trusted(frame('https://foreign.example/', 'https://foreign.example'))).toBe(false));
  test('not our address with an opaque origin', () => expect(trusted(frame(home.url, 'null'))).toBe(false));
  test('not our origin under another address', () =>
    expect(trusted(frame('about:blank', home.origin))).toBe(false));
  test('not other contents', () => expect(trusted(home, new FakeContents().as())).toBe(false));
  test('not while no window is open', () => expect(trusted(home, contents, null)).toBe(false));
});

describe('what may pass', () => {
  const good = { id: 3, name: 'draft.save', input: { a: 1 } };
  const code = (envelope: unknown, binary?: unknown): string | null => {
    const parsed = parseCall(envelope, binary);
    return 'reply' in parsed && !parsed.reply.envelope.ok ? parsed.reply.envelope.failure.code : null;
  };
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;

  test('a call, with bytes or without', () => {
    expect(parseCall(good, undefined)).toEqual({ call: { envelope: good } });
    expect(parseCall(good, new Uint8Array([1]))).toEqual({
      call: { envelope: good, binary: new Uint8Array([1]) },
    });
  });
  test('values arrive as JSON carries them', () => {
    expect(parseCall({ ...good, input: { on: new Date(0), none: undefined } }, undefined)).toEqual({
      call: { envelope: { ...good, input: { on: '1970-01-01T00:00:00.000Z' } } },
    });
  });
  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a missing name', { id: 1, input: {} }],
    ['a key too many', { ...good, role: 'admin' }],
    ['a fraction for a number', { ...good, id: 1.5 }],
    ['a name of 81 characters', { ...good, name: 'x'.repeat(81) }],
    ['a cycle', { ...good, input: cyclic }],
    ['a bigint', { ...good, input: 1n }],
  ])('not %s', (_what, envelope) => expect(code(envelope)).toBe('call.malformed'));
  test.each([
    ['text', 'bytes'],
    ['a list', [1, 2]],
    ['a bare buffer', new ArrayBuffer(4)],
    ['wider numbers', new Uint16Array(4)],
  ])('not %s for bytes', (_what, binary) => expect(code(good, binary)).toBe('call.malformed'));
  test('sizes up to the limits and no further', () => {
    expect(code(good, new Uint8Array(maxBinaryBytes))).toBeNull();
    expect(code(good, new Uint8Array(maxBinaryBytes + 1))).toBe('call.tooLarge');
    expect(code({ ...good, input: 'x'.repeat(maxJsonChars - 2) })).toBeNull();
    expect(code({ ...good, input: 'x'.repeat(maxJsonChars - 1) })).toBe('call.tooLarge');
  });
  test('a refused call keeps its number when it had one', () => {
    expect(parseCall(good, 'x')).toMatchObject({ reply: { envelope: { id: 3 } } });
    expect(parseCall('x', undefined)).toMatchObject({ reply: { envelope: { id: 0 } } });
  });
});

describe('the door', () => {
  let calls: { clientId: string; call: Call }[];
  let tell: (news: CoreNews) => void;
  let ipc: FakeIpc;
  let contents: FakeContents;
  beforeEach(() => {
    calls = [];
    ipc = new FakeIpc();
    contents = new FakeContents('app://window/index.html', 7);
    const core: CoreHost = {
      call: (clientId, call) => {
        calls.push({ clientId, call });
        return Promise.resolve({ envelope: { id: call.envelope.id, ok: true, output: 'done' } });
      },
      onNews: (listener) => {
        tell = listener;
        return () => undefined;
      },
      close: () => Promise.resolve(),
    };
    openCallDoor({ ipc, core, contents: () => contents.as() });
  });
  const event = (senderFrame: WebFrameMain) => ({ sender: contents.as(), senderFrame });

  test('is the only channel, and names the window as the client', async () => {
    expect([...ipc.handlers.keys()]).toEqual([callChannel]);
    await ipc.invoke(callChannel, event(home), { id: 1, name: 'a.b', input: {} });
    expect(calls).toEqual([{ clientId: 'window-7', call: { envelope: { id: 1, name: 'a.b', input: {} } } }]);
  });
  test('a stranger gets an error and the core hears nothing', async () => {
    const stranger = event(frame('https://foreign.example/', 'https://foreign.example'));
    await expect(ipc.invoke(callChannel, stranger, { id: 1, name: 'a.b', input: {} })).rejects.toThrow(
      'call.refused',
    );
    expect(calls).toEqual([]);
  });
  test('news go to our page only', () => {
    tell({ type: 'sync.changed' });
    contents.url = 'https://foreign.example/';
    tell({ type: 'sync.changed' });
    expect(contents.sent).toEqual([{ channel: newsChannel, values: [{ type: 'sync.changed' }] }]);
  });
});
