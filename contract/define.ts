import type { z } from 'zod';
import type { Role } from '../domain/log/event-envelope.ts';
import type { FailureCode } from './failures.ts';

export type Mode = 'window' | 'kiosk' | 'field';

/** Who may call: anybody (before login), any logged-in account, or the named roles. */
export type Access = 'public' | 'account' | readonly Role[];

export interface CommandSpec<I extends z.ZodType, O extends z.ZodType, F extends FailureCode> {
  input: I;
  output: O;
  failures: readonly F[];
  access: Access;
  modes: readonly Mode[];
  /** Bytes that travel beside the JSON: at most one block each way. */
  binary?: 'in' | 'out' | 'both';
}

export const anyMode: readonly Mode[] = ['window', 'kiosk', 'field'];
export const staffModes: readonly Mode[] = ['window', 'field'];

/** Keeps the exact schemas and failure codes in the type of a command's declaration. */
export const command = <I extends z.ZodType, O extends z.ZodType, const F extends FailureCode>(
  spec: CommandSpec<I, O, F>,
): CommandSpec<I, O, F> => spec;
