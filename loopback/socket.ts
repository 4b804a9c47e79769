import type { WebSocket } from 'ws';
import {
  CallEnvelope,
  maxBinaryBytes,
  maxJsonChars,
  packFrame,
  unpackFrame,
  type CoreHost,
  type Reply,
} from '../contract/index.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** Largest frame a page may send; the socket closes on more. */
export const maxFrameBytes = maxBinaryBytes + maxJsonChars;

const malformed = (id: number, issue: string): Reply => ({
  envelope: { id, ok: false, failure: { code: 'call.malformed', data: { issues: [issue] } } },
});

function parseFrame(frame: Uint8Array): { envelope: CallEnvelope; binary?: Uint8Array } | { bad: Reply } {
  let parts: ReturnType<typeof unpackFrame>;
  let json: unknown;
  try {
    parts = unpackFrame(frame, (bytes) => decoder.decode(bytes));
    json = parts ? JSON.parse(parts.json) : null;
  } catch {
    return { bad: malformed(0, 'json') };
  }
  const envelope = CallEnvelope.safeParse(json);
  if (!parts || !envelope.success) return { bad: malformed(0, 'envelope') };
  return parts.binary ? { envelope: envelope.data, binary: parts.binary } : { envelope: envelope.data };
}

/** Carries calls of one page to the core and news back. Text frames are refused: every call is one binary frame. */
export function carrySocket(socket: WebSocket, clientId: string, core: CoreHost): void {
  const stop = core.onNews((news) => {
    socket.send(JSON.stringify(news));
  });
  const answer = (reply: Reply): void => {
    if (socket.readyState !== socket.OPEN) return;
    socket.send(packFrame(JSON.stringify(reply.envelope), reply.binary, (text) => encoder.encode(text)));
  };
  socket.on('message', (data: Buffer, isBinary) => {
    if (!isBinary) {
      answer(malformed(0, 'text frame'));
      return;
    }
    const parsed = parseFrame(data);
    if ('bad' in parsed) answer(parsed.bad);
    else void core.call(clientId, parsed).then(answer);
  });
  socket.on('close', stop);
  socket.on('error', () => {
    socket.terminate();
  });
}
