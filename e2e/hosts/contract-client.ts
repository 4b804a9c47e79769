import { WebSocket } from 'ws';
import type { CommandName, InputOf, OutputOf } from '../../contract/commands.ts';
import { createClient, type Client } from '../../renderer/client.ts';
import { socketTransport, type SocketLike } from '../../renderer/transport/socket.ts';

export interface SessionCookie {
  name: string;
  value: string;
}

/** Changes a one-time address for the session cookie a browser would get. */
export async function redeemAddress(address: string): Promise<{ origin: string; cookie: SessionCookie }> {
  const { origin, hash } = new URL(address);
  const response = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ code: decodeURIComponent(hash.slice('#c='.length)) }),
  });
  const [pair = ''] = (response.headers.get('set-cookie') ?? '').split(';');
  const [name, value] = pair.split('=');
  if (!name || !value) throw new Error(`the station gave no session: ${String(response.status)}`);
  return { origin, cookie: { name, value } };
}

/** The product's own client, in the same session as the browser that holds this cookie. */
export function contractClient(origin: string, { name, value }: SessionCookie): Client {
  const open = (): SocketLike =>
    new WebSocket(`${origin.replace('http', 'ws')}/ws`, {
      origin,
      headers: { cookie: `${name}=${value}` },
    }) as unknown as SocketLike;
  return createClient(socketTransport({ open }));
}

/** Calls and gives the output; throws with the failure's code. */
export const mustCall =
  (client: Client) =>
  async <N extends CommandName>(name: N, input: InputOf<N>, binary?: Uint8Array): Promise<OutputOf<N>> => {
    const answer = await client.call(name, input, binary);
    if (!answer.ok) throw new Error(`${name}: ${answer.failure.code}`);
    return answer.output;
  };
