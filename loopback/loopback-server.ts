import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import type { CoreHost } from '../contract/index.ts';
import { cookieOf, gateRequest, type GateOptions } from './request-gate.ts';
import { Sessions } from './sessions.ts';
import { carrySocket, maxFrameBytes } from './socket.ts';
import { baseHeaders, serveStatic } from './static-files.ts';

export interface LoopbackServer {
  origin: string;
  /** An address that works once; whoever opens it becomes a browser session of this station. */
  oneTimeAddress(): string;
  close(): Promise<void>;
}

const SessionRequest = z.strictObject({ code: z.string().max(100) });
const maxSessionBody = 1000;

async function readSmallBody(request: IncomingMessage): Promise<string | null> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > maxSessionBody) return null;
  }
  return text;
}

function answer(
  response: ServerResponse,
  status: number,
  headers: Record<string, string> = {},
  body: string | Buffer = '',
): void {
  response.writeHead(status, { ...baseHeaders, ...headers });
  response.end(body);
}

async function openSession(
  request: IncomingMessage,
  response: ServerResponse,
  sessions: Sessions,
): Promise<void> {
  const text = await readSmallBody(request);
  let code: string;
  try {
    code = SessionRequest.parse(JSON.parse(text ?? '')).code;
  } catch {
    answer(response, 400);
    return;
  }
  const id = sessions.redeem(code);
  if (!id) answer(response, 401);
  else
    answer(response, 204, {
      'set-cookie': `${sessions.cookieName}=${id}; HttpOnly; SameSite=Strict; Path=/`,
    });
}

/** Serves the page and its socket on 127.0.0.1 only. `root` is the built renderer. */
export async function startLoopbackServer(core: CoreHost, root: string, port = 0): Promise<LoopbackServer> {
  const sessions = new Sessions();
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: maxFrameBytes,
  });
  const gate: GateOptions = { host: '', origin: '' };
  const rootDir = path.resolve(root);

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refused = gateRequest(request, gate);
    const { pathname } = new URL(request.url ?? '/', gate.origin);
    if (refused) answer(response, refused);
    else if (request.method === 'POST' && pathname === '/session')
      await openSession(request, response, sessions);
    else if (request.method !== 'GET') answer(response, 405);
    else {
      const file = await serveStatic(rootDir, pathname);
      answer(response, file.status, file.headers, file.body);
    }
  };

  const server = createServer((request, response) => {
    handle(request, response).catch(() => {
      answer(response, 500);
    });
  });
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const clientId = sessions.find(cookieOf(request, sessions.cookieName));
    const refused = gateRequest(request, gate) || (clientId ? 0 : 401) || (request.url === '/ws' ? 0 : 404);
    if (refused || !clientId) {
      stream.end(`HTTP/1.1 ${String(refused)} Refused\r\nConnection: close\r\n\r\n`);
      return;
    }
    sockets.handleUpgrade(request, stream, head, (socket) => {
      carrySocket(socket, clientId, core);
    });
  });

  await listen(server, port);
  gate.host = `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  gate.origin = `http://${gate.host}`;
  return {
    origin: gate.origin,
    oneTimeAddress: () => `${gate.origin}/#c=${sessions.issueCode()}`,
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      await new Promise<void>((resolve) =>
        server.close(() => {
          resolve();
        }),
      );
    },
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
}
