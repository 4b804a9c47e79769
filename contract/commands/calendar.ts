import { z } from 'zod';
import { command, staffModes } from '../define.ts';

export const calendarCommands = {
  'calendar.status': command({
    input: z.strictObject({}),
    /** `serial` 0: what came with the program. */
    output: z.strictObject({ years: z.array(z.int()), serial: z.int().nonnegative() }),
    failures: [],
    access: 'account',
    modes: staffModes,
  }),
  /** A calendar file signed by the district, from a stick; over the network it comes by itself. */
  'calendar.import': command({
    input: z.strictObject({}),
    output: z.strictObject({ serial: z.int(), added: z.array(z.int()), changed: z.array(z.int()) }),
    failures: ['calendar.unreadable', 'calendar.noKey', 'calendar.badSignature', 'calendar.notNewer'],
    access: 'account',
    modes: staffModes,
    binary: 'in',
  }),
} as const;
