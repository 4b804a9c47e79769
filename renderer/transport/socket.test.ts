import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { packFrame, unpackFrame } from '../../contract/envelope.ts';
import { createClient } from '../client.ts';
import { socketTransport, type SocketLike } from './socket.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** The browser's end of a socket whose other end is the test. */
class TestSocket extends EventTarget {
  readyState = 0;
  binaryType = '';
  sent: { id: number; name: string; input: unknown; binary: Uint8Array | undefined }[] = [];
  send(frame: Uint8Array): void {
    const parts = unpackFrame(frame, (bytes) => decoder.decode(bytes));
    if (!parts) throw new Error('not a frame');
    this.sent.push({ ...(JSON.parse(parts.json) as TestSocket['sent'][number]), binary: parts.binary });
  }
  close(): void {
    this.readyState = 3;
    this.dispatchEvent(new Event('close'));
  }
  accept(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }
  say(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
  reply(envelope: unknown, binary?: Uint8Array): void {
    const frame = packFrame(JSON.stringify(envelope), binary, (text) => encoder.encode(text));
    this.say(frame.buffer.slice(0));
  }
}

function setUp() {
  const sockets: TestSocket[] = [];
  const transport = socketTransport({
    open: () => {
      const socket = new TestSocket();
      sockets.push(socket);
      return socket as unknown as SocketLike;
    },
  });
  return { client: createClient(transport), sockets, last: () => sockets.at(-1) as TestSocket };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('calls over the socket', () => {
  it('sends one frame, takes the answer that belongs to it, bytes beside it', async () => {
    const { client, last } = setUp();
    last().accept();
    const first = client.call('draft.list', {});
    const second = client.call('page.read', { draftId: crypto.randomUUID(), pageId: crypto.randomUUID() });
    await vi.advanceTimersByTimeAsync(0);
    const [a, b] = last().sent;
    last().reply({ id: b?.id, ok: true, output: { mime: 'image/png' } }, new Uint8Array([1, 2, 3]));
    last().reply({ id: a?.id, ok: true, output: { drafts: [] } });
    expect(await first).toEqual({ ok: true, output: { drafts: [] } });
    expect(await second).toEqual({
      ok: true,
      output: { mime: 'image/png' },
      binary: new Uint8Array([1, 2, 3]),
    });
  });

  it('waits with a call until the connection is there', async () => {
    const { client, last } = setUp();
    const calling = client.call('draft.list', {});
    last().accept();
    await vi.advanceTimersByTimeAsync(0);
    expect(last().sent).toHaveLength(1);
    last().reply({ id: 1, ok: true, output: { drafts: [] } });
    expect((await calling).ok).toBe(true);
  });

  it('fails calls under way when the connection breaks, tells so, and connects again', async () => {
    const { client, sockets, last } = setUp();
    const seen: boolean[] = [];
    client.onConnection((up) => seen.push(up));
    last().accept();
    const calling = client.call('draft.list', {});
    await vi.advanceTimersByTimeAsync(0);
    last().close();
    expect(await calling).toEqual({
      ok: false,
      failure: { code: 'internal', data: { errorId: 'connection.lost' } },
    });
    await vi.advanceTimersByTimeAsync(600);
    expect(sockets).toHaveLength(2);
    last().accept();
    expect(seen).toEqual([false, true, false, true]);
  });

  it('gives up on a call when the connection does not come back', async () => {
    const { client } = setUp();
    const calling = client.call('draft.list', {});
    await vi.advanceTimersByTimeAsync(8000);
    expect(await calling).toMatchObject({ ok: false, failure: { data: { errorId: 'connection.lost' } } });
  });

  it('takes an answer that breaks the contract as a failure, never as data', async () => {
    const { client, last } = setUp();
    last().accept();
    const wrongOutput = client.call('draft.list', {});
    const wrongFailure = client.call('draft.list', {});
    await vi.advanceTimersByTimeAsync(0);
    last().reply({ id: 1, ok: true, output: { drafts: [{ id: 'x' }] } });
    last().reply({ id: 2, ok: false, failure: { code: 'no.suchCode', data: {} } });
    const malformed = { ok: false, failure: { code: 'internal', data: { errorId: 'answer.malformed' } } };
    expect(await wrongOutput).toEqual(malformed);
    expect(await wrongFailure).toEqual(malformed);
  });

  it('passes news on and ignores what is none', () => {
    const { client, last } = setUp();
    const news: unknown[] = [];
    client.onNews((item) => news.push(item));
    last().accept();
    last().say('{"type":"sync.changed"}');
    last().say('{"type":"else"}');
    last().say('not json');
    expect(news).toEqual([{ type: 'sync.changed' }]);
  });
});
