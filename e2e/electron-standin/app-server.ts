import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type SchemeHandler = (request: Request) => Response | Promise<Response>;

export interface AppServer {
  port: number;
  handle(handler: SchemeHandler): void;
  close(): Promise<void>;
}

/** Carries the page's requests to the product's own `protocol.handle` function, untouched: the path is not normalised. */
export async function startAppServer(): Promise<AppServer> {
  let handler: SchemeHandler = () => new Response('no handler', { status: 503 });
  const server = createServer((request, response) => void answer(request, response, handler));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    handle(next) {
      handler = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  handler: SchemeHandler,
): Promise<void> {
  const host = incoming.headers.host?.replace(/\.app\.localhost(:\d+)?$/, '') ?? '';
  try {
    const reply = await handler(
      new Request(`app://${host}${incoming.url ?? '/'}`, { method: incoming.method ?? 'GET' }),
    );
    outgoing.writeHead(reply.status, Object.fromEntries(reply.headers));
    outgoing.end(Buffer.from(await reply.arrayBuffer()));
  } catch {
    // Electron fails such a request with net::ERR_FAILED.
    outgoing.destroy();
  }
}
