import type { CommandName, FailuresOf, InputOf, OutputOf } from '../contract/commands.ts';
import { commands } from '../contract/commands.ts';
import {
  commonFailures,
  failure,
  parseFailure,
  type FailureCode,
  type FailureOf,
} from '../contract/failures.ts';
import type { z } from 'zod';
import type { failures } from '../contract/failures.ts';
import type { Session } from './session/sessions.ts';
import type { CoreContext } from './context.ts';

/** Commands that anybody may call; a test holds this list against the contract. */
export type PublicCommand =
  | 'system.status'
  | 'system.preflight'
  | 'vault.create'
  | 'vault.unlock'
  | 'setup.loadDemo'
  | 'session.login'
  | 'case.progress';

export interface HandlerCall<N extends CommandName> {
  clientId: string;
  input: InputOf<N>;
  /** Empty for commands that take no bytes. */
  binary: Uint8Array;
  session: N extends PublicCommand ? Session | null : Session;
}

export type Refused<C extends FailureCode> = { ok: false; failure: FailureOf<C> };
export type Outcome<N extends CommandName> =
  { ok: true; output: OutputOf<N>; binary?: Uint8Array } | { ok: false; failure: FailuresOf<N> };

export type Handler<N extends CommandName> = (call: HandlerCall<N>, core: CoreContext) => Promise<Outcome<N>>;

/** The handlers of some commands: a missing one, or a failure its command does not declare, is a compile error. */
export type HandlersOf<N extends CommandName> = { [K in N]: Handler<K> };

export function done<O>(output: O, binary?: Uint8Array): { ok: true; output: O; binary?: Uint8Array } {
  return binary ? { ok: true, output, binary } : { ok: true, output };
}

export function refuse<C extends FailureCode>(code: C, data: z.infer<(typeof failures)[C]>): Refused<C> {
  return { ok: false, failure: failure(code, data) };
}

/** A command answered with a failure that it does not declare: a fault of the program, answered as `internal`. */
export class UndeclaredFailure extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`undeclared failure ${code}`);
    this.name = 'UndeclaredFailure';
    this.code = code;
  }
}

export const declares = (name: CommandName, code: string): boolean =>
  (commands[name].failures as readonly string[]).includes(code) ||
  (commonFailures as readonly string[]).includes(code);

/** Passes on a failure of a rule or a port, whose code the compiler cannot know, as one the command declares. */
export function passOn<N extends CommandName>(
  name: N,
  raw: { code: string; data?: Record<string, unknown> },
): { ok: false; failure: FailuresOf<N> } {
  const parsed = parseFailure({ code: raw.code, data: raw.data ?? {} });
  if (!parsed || !declares(name, parsed.code)) throw new UndeclaredFailure(raw.code);
  return { ok: false, failure: parsed as FailuresOf<N> };
}
