import { z } from 'zod';
import { AlertCommand } from '../../domain/alert/alert-commands.ts';
import { command, staffModes } from '../define.ts';
import { AlertFilter, AlertSummary, AlertView, Colleague, listPlace } from '../views/alert-ticket.ts';

const staff = [
  'grid',
  'village',
  'windowClerk',
  'townReviewer',
  'townHead',
  'districtReviewer',
  'districtHead',
] as const;
const seen = ['alert.notFound', 'case.notYourArea', 'case.notYourRole', 'case.tampered'] as const;

export const alertCommands = {
  /** Alerts of the area that this account may read, due first. */
  'alert.list': command({
    input: z.strictObject({ filter: AlertFilter, ...listPlace }),
    output: z.strictObject({
      alerts: z.array(AlertSummary),
      /** Of the filter asked for. */
      total: z.int().nonnegative(),
      counts: z.record(AlertFilter, z.int().nonnegative()),
    }),
    failures: [],
    access: staff,
    modes: staffModes,
  }),
  /** Opens one; the look is written down (L §70). */
  'alert.read': command({
    input: z.strictObject({ alertId: z.uuid() }),
    output: z.strictObject({ alert: AlertView }),
    failures: seen,
    access: staff,
    modes: staffModes,
  }),
  /** The one door: `alertId` null raises a new one. */
  'alert.act': command({
    input: z.strictObject({ alertId: z.uuid().nullable(), command: AlertCommand }),
    output: z.strictObject({ alertId: z.uuid() }),
    failures: [
      ...seen,
      'case.roleExpired',
      'case.notFound',
      'alert.exists',
      'alert.wrongStep',
      'alert.dayWrong',
      'alert.assignDown',
      'alert.notOverdue',
      'alert.topLevel',
      'alert.noFollowUp',
      'alert.ownReport',
      'alert.noApplication',
      'alert.noNeedFound',
    ],
    access: staff,
    modes: staffModes,
  }),
  /** Accounts known here that an alert or a ticket can be given to. */
  'alert.colleagues': command({
    input: z.strictObject({}),
    output: z.strictObject({ colleagues: z.array(Colleague) }),
    failures: [],
    access: staff,
    modes: staffModes,
  }),
} as const;
