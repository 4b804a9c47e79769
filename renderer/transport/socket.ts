import {
  CoreNews,
  packFrame,
  ReplyEnvelope,
  unpackFrame,
  type Call,
  type Reply,
} from '../../contract/envelope.ts';
import { listeners } from './listeners.ts';
import { ConnectionLost, type Transport } from './transport.ts';

/** The part of a WebSocket used here, so that a test can give its own. */
export type SocketLike = Pick<WebSocket, 'send' | 'close' | 'addEventListener' | 'readyState'> & {
  binaryType: string;
};

interface Settings {
  open: () => SocketLike;
  /** Wait before the n-th attempt after a loss, ms. */
  backOffMs?: (attempt: number) => number;
  /** A call made while the connection is down waits this long for it, ms. */
  patienceMs?: number;
}

interface Waiting {
  resolve: (reply: Reply) => void;
  reject: (reason: Error) => void;
}

const OPEN = 1;
const encoder = new TextEncoder();
const decoder = new TextDecoder();
const gentle = (attempt: number): number => Math.min(5000, 250 * 2 ** Math.min(attempt, 5));

/** Calls as binary frames over one WebSocket that opens again by itself; calls under way when it breaks are rejected. */
export function socketTransport({ open, backOffMs = gentle, patienceMs = 8000 }: Settings): Transport {
  const waiting = new Map<number, Waiting>();
  const news = listeners<CoreNews>();
  const connection = listeners<boolean>();
  let socket: SocketLike | null = null;
  let connected = false;
  let attempt = 0;

  const setConnected = (value: boolean): void => {
    if (connected === value) return;
    connected = value;
    connection.tell(value);
  };
  const lose = (lost: SocketLike): void => {
    if (socket !== lost) return;
    socket = null;
    setConnected(false);
    for (const { reject } of [...waiting.values()]) reject(new ConnectionLost());
    waiting.clear();
    attempt += 1;
    setTimeout(connect, backOffMs(attempt));
  };
  const receive = (data: unknown): void => {
    if (typeof data === 'string') {
      const parsed = CoreNews.safeParse(safeJson(data));
      if (parsed.success) news.tell(parsed.data);
    } else if (data instanceof ArrayBuffer) settle(waiting, new Uint8Array(data));
  };
  function connect(): void {
    const next = open();
    socket = next;
    next.binaryType = 'arraybuffer';
    next.addEventListener('open', () => {
      attempt = 0;
      setConnected(true);
    });
    next.addEventListener('message', (event) => receive((event as MessageEvent).data));
    next.addEventListener('close', () => lose(next));
    next.addEventListener('error', () => next.close());
  }
  connect();

  const whenConnected = (): Promise<SocketLike> =>
    new Promise((resolve, reject) => {
      if (socket?.readyState === OPEN) return resolve(socket);
      const timer = setTimeout(() => {
        stop();
        reject(new ConnectionLost());
      }, patienceMs);
      const stop = connection.add((up) => {
        if (!up || !socket) return;
        clearTimeout(timer);
        stop();
        resolve(socket);
      });
    });

  return {
    async send(call: Call): Promise<Reply> {
      const ready = await whenConnected();
      return new Promise((resolve, reject) => {
        waiting.set(call.envelope.id, { resolve, reject });
        ready.send(
          packFrame(JSON.stringify(call.envelope), call.binary, (text) =>
            encoder.encode(text),
          ) as Uint8Array<ArrayBuffer>,
        );
      });
    },
    onNews: news.add,
    onConnection(listener) {
      listener(connected);
      return connection.add(listener);
    },
  };
}

function settle(waiting: Map<number, Waiting>, bytes: Uint8Array): void {
  const frame = unpackFrame(bytes, (part) => decoder.decode(part));
  const envelope = frame ? ReplyEnvelope.safeParse(safeJson(frame.json)) : null;
  if (!frame || !envelope?.success) return;
  const call = waiting.get(envelope.data.id);
  if (!call) return;
  waiting.delete(envelope.data.id);
  call.resolve(
    frame.binary ? { envelope: envelope.data, binary: frame.binary } : { envelope: envelope.data },
  );
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
