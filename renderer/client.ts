import {
  commands,
  type CommandName,
  type FailuresOf,
  type InputOf,
  type OutputOf,
} from '../contract/commands.ts';
import type { CoreNews } from '../contract/envelope.ts';
import { failure, parseFailure } from '../contract/failures.ts';
import { bridgeTransport } from './transport/bridge.ts';
import { redeemOneTimeCode } from './transport/one-time-code.ts';
import { socketTransport } from './transport/socket.ts';
import { ConnectionLost, type Transport } from './transport/transport.ts';

export type CallResult<N extends CommandName> =
  { ok: true; output: OutputOf<N>; binary?: Uint8Array } | { ok: false; failure: FailuresOf<N> };

/** `errorId` of failures that are made on this side of the wire. */
export const LOCAL_ERROR = { connection: 'connection.lost', answer: 'answer.malformed' } as const;

export interface Client {
  /** Never rejects: whatever goes wrong is a failure with a code. The output is parsed by the contract. */
  call<N extends CommandName>(name: N, input: InputOf<N>, binary?: Uint8Array): Promise<CallResult<N>>;
  onNews(listener: (news: CoreNews) => void): () => void;
  onConnection(listener: (connected: boolean) => void): () => void;
}

export function createClient(transport: Transport): Client {
  let nextId = 1;
  return {
    async call<N extends CommandName>(
      name: N,
      input: InputOf<N>,
      binary?: Uint8Array,
    ): Promise<CallResult<N>> {
      const envelope = { id: nextId++, name, input };
      try {
        const reply = await transport.send(binary ? { envelope, binary } : { envelope });
        if (!reply.envelope.ok) {
          const known = parseFailure(reply.envelope.failure);
          return known ? { ok: false, failure: known as FailuresOf<N> } : broken(LOCAL_ERROR.answer);
        }
        const output = commands[name].output.safeParse(reply.envelope.output);
        if (!output.success) return broken(LOCAL_ERROR.answer);
        const result = { ok: true as const, output: output.data as OutputOf<N> };
        return reply.binary ? { ...result, binary: reply.binary } : result;
      } catch (error) {
        return broken(error instanceof ConnectionLost ? LOCAL_ERROR.connection : LOCAL_ERROR.answer);
      }
    },
    onNews: transport.onNews,
    onConnection: transport.onConnection,
  };
}

const broken = (errorId: string): { ok: false; failure: FailuresOf<CommandName> & { code: 'internal' } } => ({
  ok: false,
  failure: failure('internal', { errorId }),
});

let client: Client | null = null;

/** Opens the way to the core: the Electron bridge when there is one, else the loopback host's socket. Once, before rendering. */
export async function connectClient(): Promise<Client> {
  if (window.nuanchuang) return (client = createClient(bridgeTransport(window.nuanchuang)));
  await redeemOneTimeCode();
  const url = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws`;
  return (client = createClient(socketTransport({ open: () => new WebSocket(url) })));
}

export function theClient(): Client {
  if (!client) throw new Error('connectClient has not run');
  return client;
}

/** Asks the core; see `Client.call`. */
export const call = <N extends CommandName>(
  name: N,
  input: InputOf<N>,
  binary?: Uint8Array,
): Promise<CallResult<N>> => theClient().call(name, input, binary);
