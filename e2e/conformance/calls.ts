import { commands, type CommandName, type InputOf, type OutputOf } from '../../contract/commands.ts';
import { ReplyEnvelope, type Reply } from '../../contract/envelope.ts';
import { parseFailure, type AnyFailure } from '../../contract/failures.ts';
import type { ConformanceClient } from './bed.ts';

export type Answer<N extends CommandName> =
  { ok: true; output: OutputOf<N>; binary: Uint8Array | undefined } | { ok: false; failure: AnyFailure };

let lastId = 0;
/** Numbers of calls are unique over all clients, so that an answer to another's call would show. */
export const nextId = (): number => (lastId += 1);

/** Calls through the transport and parses what comes back as strictly as the page may. */
export async function ask<N extends CommandName>(
  client: ConformanceClient,
  name: N,
  input: InputOf<N>,
  binary?: Uint8Array,
): Promise<Answer<N>> {
  const id = nextId();
  const reply = checked(await client.call({ id, name, input }, binary));
  if (reply.envelope.id !== id) throw new Error(`answer ${reply.envelope.id} to call ${id}`);
  if (reply.envelope.ok) {
    const output = commands[name].output.parse(reply.envelope.output) as OutputOf<N>;
    return { ok: true, output, binary: reply.binary };
  }
  return { ok: false, failure: failureOf(reply) };
}

export async function must<N extends CommandName>(
  client: ConformanceClient,
  name: N,
  input: InputOf<N>,
  binary?: Uint8Array,
): Promise<OutputOf<N>> {
  const answer = await ask(client, name, input, binary);
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.failure)}`);
  return answer.output;
}

/** The failure of a reply; throws when it is none, or none of the contract's. */
export function failureOf(reply: Reply): AnyFailure {
  const { envelope } = checked(reply);
  if (envelope.ok) throw new Error('expected a failure');
  const failure = parseFailure(envelope.failure);
  if (!failure) throw new Error(`failure outside the contract: ${envelope.failure.code}`);
  return failure;
}

function checked(reply: Reply): Reply {
  ReplyEnvelope.parse(reply.envelope);
  return reply;
}
