import type { z } from 'zod';
import { alertCommands } from './commands/alert.ts';
import { calendarCommands } from './commands/calendar.ts';
import { caseCommands } from './commands/case.ts';
import { draftCommands } from './commands/draft.ts';
import { processCommands } from './commands/process.ts';
import { supervisionCommands } from './commands/supervision.ts';
import { systemCommands } from './commands/system.ts';
import { ticketCommands } from './commands/ticket.ts';
import type { CommonFailure, FailureOf } from './failures.ts';

/** Every command of the product, by name. */
export const commands = {
  ...systemCommands,
  ...draftCommands,
  ...caseCommands,
  ...calendarCommands,
  ...processCommands,
  ...alertCommands,
  ...ticketCommands,
  ...supervisionCommands,
} as const;

export type Commands = typeof commands;
export type CommandName = keyof Commands;
export type InputOf<N extends CommandName> = z.infer<Commands[N]['input']>;
export type OutputOf<N extends CommandName> = z.infer<Commands[N]['output']>;
export type FailuresOf<N extends CommandName> = FailureOf<Commands[N]['failures'][number] | CommonFailure>;

export const isCommandName = (name: string): name is CommandName => Object.hasOwn(commands, name);
