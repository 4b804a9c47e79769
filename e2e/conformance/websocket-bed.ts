import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { CoreNews, packFrame, ReplyEnvelope, unpackFrame, type Reply } from '../../contract/envelope.ts';
import { startLoopbackServer, type LoopbackServer } from '../../loopback/loopback-server.ts';
import type { ConformanceBed, ConformanceClient } from './bed.ts';
import type { StationBed } from './station-bed.ts';

/** The loopback host's own server and socket; the client speaks as the page in the browser does. */
export async function websocketBed(station: StationBed): Promise<ConformanceBed> {
  const page = await mkdtemp(join(tmpdir(), 'page-'));
  await writeFile(join(page, 'index.html'), '<!doctype html><title>示例</title>');
  const server = await startLoopbackServer(station.core, page);
  const sockets: WebSocket[] = [];
  return {
    connect: async () => {
      const socket = await dial(server);
      sockets.push(socket);
      return clientOf(socket);
    },
    close: async () => {
      for (const socket of sockets) socket.terminate();
      await server.close();
      await station.close();
      await rm(page, { recursive: true });
    },
  };
}

/** A browser session by one-time code, then the socket with its cookie. */
async function dial(server: LoopbackServer): Promise<WebSocket> {
  const code = server.oneTimeAddress().split('#c=')[1] ?? '';
  const { hostname, port, host } = new URL(server.origin);
  const headers = { host, origin: server.origin };
  const cookie = await new Promise<string>((resolve, reject) => {
    const sent = request({ hostname, port, path: '/session', method: 'POST', headers }, (response) => {
      response.resume().on('end', () => resolve(String(response.headers['set-cookie']).split(';')[0] ?? ''));
    });
    sent.on('error', reject).end(JSON.stringify({ code }));
  });
  const socket = new WebSocket(`${server.origin.replace('http', 'ws')}/ws`, {
    headers: { ...headers, cookie },
  });
  await new Promise<void>((resolve, reject) => socket.once('open', resolve).once('error', reject));
  return socket;
}

function clientOf(socket: WebSocket): ConformanceClient {
  const waiting = new Map<number, (reply: Reply) => void>();
  let lost: (error: Error) => void = () => undefined;
  const closed = new Promise<never>((_, reject) => (lost = reject));
  closed.catch(() => undefined);
  socket.once('close', () => lost(new Error('the socket closed')));
  const listeners = new Set<(news: CoreNews) => void>();
  socket.on('message', (data: Buffer, isBinary: boolean) => {
    if (!isBinary) {
      const news = CoreNews.parse(JSON.parse(data.toString('utf8')));
      for (const listener of listeners) listener(news);
      return;
    }
    const parts = unpackFrame(data, (bytes) => new TextDecoder().decode(bytes));
    const envelope = ReplyEnvelope.parse(JSON.parse(parts?.json ?? ''));
    waiting.get(envelope.id)?.(parts?.binary ? { envelope, binary: parts.binary } : { envelope });
    waiting.delete(envelope.id);
  });
  return {
    call: (envelope, binary) => {
      const reply = new Promise<Reply>((resolve) => waiting.set(idOf(envelope), resolve));
      socket.send(packFrame(JSON.stringify(envelope), binary, (text) => new TextEncoder().encode(text)));
      return Promise.race([reply, closed]);
    },
    onNews: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** What has no whole envelope is answered under 0. */
function idOf(envelope: unknown): number {
  const whole =
    typeof envelope === 'object' &&
    envelope !== null &&
    Object.keys(envelope).toSorted().join() === 'id,input,name';
  const { id, name } = (whole ? envelope : {}) as { id?: unknown; name?: unknown };
  return typeof id === 'number' && Number.isInteger(id) && id > 0 && typeof name === 'string' ? id : 0;
}
