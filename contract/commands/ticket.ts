import { z } from 'zod';
import { TicketCommand } from '../../domain/ticket/ticket-commands.ts';
import { command, staffModes } from '../define.ts';
import { listPlace, TicketFilter, TicketSummary, TicketView } from '../views/alert-ticket.ts';

const staff = [
  'village',
  'windowClerk',
  'townReviewer',
  'townHead',
  'districtReviewer',
  'districtHead',
] as const;
/** Who may not read a ticket is told no more than that there is none. */
const seen = ['ticket.notFound', 'case.notYourArea', 'case.notYourRole', 'case.tampered'] as const;

export const ticketCommands = {
  /** Tickets of the area that this account may read, due first. */
  'ticket.list': command({
    input: z.strictObject({ filter: TicketFilter, ...listPlace }),
    output: z.strictObject({
      tickets: z.array(TicketSummary),
      /** Of the filter asked for. */
      total: z.int().nonnegative(),
      counts: z.record(TicketFilter, z.int().nonnegative()),
    }),
    failures: [],
    access: staff,
    modes: staffModes,
  }),
  /** Opens one; the look is written down (L §70). */
  'ticket.read': command({
    input: z.strictObject({ ticketId: z.uuid() }),
    output: z.strictObject({ ticket: TicketView }),
    failures: seen,
    access: staff,
    modes: staffModes,
  }),
  /** The one door: `ticketId` null opens a new one. */
  'ticket.act': command({
    input: z.strictObject({ ticketId: z.uuid().nullable(), command: TicketCommand }),
    output: z.strictObject({ ticketId: z.uuid() }),
    failures: [
      ...seen,
      'case.roleExpired',
      'ticket.exists',
      'ticket.wrongStep',
      'ticket.dayWrong',
      'ticket.ownerConflict',
      'ticket.ownerElsewhere',
      'ticket.ownerConfidential',
      'ticket.unanswered',
      'ticket.reopenPast',
      'ticket.notOverdue',
      'ticket.escalatedToday',
      'ticket.topLevel',
    ],
    access: staff,
    modes: staffModes,
  }),
} as const;
