import { commands, isCommandName, type CommandName } from '../contract/commands.ts';
import { CallEnvelope, maxBinaryBytes, maxJsonChars, type Call, type Reply } from '../contract/envelope.ts';
import { failure, failures, type AnyFailure } from '../contract/failures.ts';
import type { z } from 'zod';
import { filesOf, type CoreContext } from './context.ts';
import { declares, UndeclaredFailure, type Handler, type Outcome } from './handler.ts';
import { handlers } from './handlers.ts';
import { StorageFull, VaultLocked } from './ports/store.ts';

/**
 * Carries out one call: envelope, mode, session and role, input, bytes, handler, output. Never rejects; what no command
 * declares is answered as `internal` with an id that the log knows.
 */
export async function dispatch(core: CoreContext, clientId: string, call: Call): Promise<Reply> {
  const envelope = CallEnvelope.safeParse(call.envelope);
  if (!envelope.success) return refused(0, failure('call.malformed', { issues: issuesOf(envelope.error) }));
  const { id, name } = envelope.data;
  if (!isCommandName(name)) return refused(id, failure('call.unknown', { name }));
  try {
    const early = checkCall(core, clientId, name, call);
    if (early) return refused(id, early);
    const input = commands[name].input.safeParse(envelope.data.input);
    if (!input.success) return refused(id, failure('call.malformed', { issues: issuesOf(input.error) }));
    const handler = handlers[name] as Handler<CommandName>;
    const session = core.sessions.of(clientId);
    const binary = call.binary ?? new Uint8Array(0);
    // The checks above are what makes input, bytes and session fit the handler's own types.
    const outcome = await handler(
      { clientId, input: input.data, binary, session } as Parameters<typeof handler>[0],
      core,
    );
    return reply(core, id, name, outcome);
  } catch (error) {
    return refused(id, await failureOf(core, name, error));
  }
}

function checkCall(core: CoreContext, clientId: string, name: CommandName, call: Call): AnyFailure | null {
  const spec = commands[name];
  if (!spec.modes.includes(core.ports.host.mode)) return failure('call.notInThisMode', {});
  const session = core.sessions.of(clientId);
  if (spec.access !== 'public') {
    if (!session) {
      filesOf(core); // a locked vault is the more helpful answer: throws VaultLocked
      return failure('session.none', {});
    }
    if (spec.access !== 'account' && !spec.access.includes(session.account.role))
      return failure('session.notAllowed', {});
  }
  return checkSize(spec.binary, call);
}

function checkSize(declared: 'in' | 'out' | 'both' | undefined, call: Call): AnyFailure | null {
  const bytes = call.binary?.byteLength ?? 0;
  const wanted = declared === 'in' || declared === 'both';
  if (bytes > maxBinaryBytes) return failure('call.tooLarge', { maxBytes: maxBinaryBytes });
  if (wanted && bytes === 0) return failure('call.malformed', { issues: ['binary: missing'] });
  if (!wanted && bytes > 0) return failure('call.malformed', { issues: ['binary: unexpected'] });
  if (jsonLength(call.envelope.input) > maxJsonChars)
    return failure('call.tooLarge', { maxBytes: maxJsonChars });
  return null;
}

/** Values that are not JSON (cycles, bigint) are left to the input's schema, which refuses them. */
function jsonLength(value: unknown): number {
  try {
    return JSON.stringify(value)?.length ?? 0;
  } catch {
    return 0;
  }
}

function reply(core: CoreContext, id: number, name: CommandName, outcome: Outcome<CommandName>): Reply {
  if (!outcome.ok) {
    if (!declares(name, outcome.failure.code)) throw new UndeclaredFailure(outcome.failure.code);
    failures[outcome.failure.code].parse(outcome.failure.data);
    return refused(id, outcome.failure);
  }
  const output: unknown = commands[name].output.parse(outcome.output);
  const envelope = { id, ok: true as const, output };
  return outcome.binary ? { envelope, binary: outcome.binary } : { envelope };
}

const refused = (id: number, { code, data }: AnyFailure): Reply => ({
  envelope: { id, ok: false, failure: { code, data } },
});

/** Path and kind only: the value typed may be somebody's name. */
function issuesOf(error: z.ZodError): string[] {
  return error.issues
    .slice(0, 10)
    .map((issue) => `${issue.path.map(String).join('.')}: ${issue.code}`.slice(0, 120));
}

async function failureOf(core: CoreContext, command: CommandName, error: unknown): Promise<AnyFailure> {
  if (error instanceof VaultLocked) return failure('vault.locked', {});
  if (error instanceof StorageFull) return failure('storage.full', { freeBytes: await freeBytes(core) });
  const errorId = Buffer.from(core.ports.randomBytes(6)).toString('hex');
  core.ports.log.error('core.unexpected', { errorId, command }, error);
  return failure('internal', { errorId });
}

async function freeBytes(core: CoreContext): Promise<number> {
  try {
    return await filesOf(core).freeBytes();
  } catch {
    return 0;
  }
}
