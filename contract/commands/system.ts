import { z } from 'zod';
import { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import { IsoDate } from '../../domain/values/iso-date.ts';
import { anyMode, command } from '../define.ts';
import { Account, OutboxItem, SyncSummary } from '../views.ts';

const nothing = z.strictObject({});

/** One part of the pre-flight: green, or named with the remedy. */
const Part = z.strictObject({
  part: z.enum(['disk', 'server', 'scanner', 'idReader', 'printer', 'still', 'calendar', 'fonts']),
  ok: z.boolean(),
  detail: z.string(),
});

export const systemCommands = {
  'system.status': command({
    input: nothing,
    output: z.strictObject({
      host: z.enum(['electron', 'loopback', 'memory']),
      hostReason: z.string(),
      version: z.string(),
      mode: z.enum(['window', 'kiosk', 'field']),
      vault: z.enum(['missing', 'locked', 'open']),
      today: IsoDate,
      calendarThrough: z.int(),
      /** The station's own, by which the page counts working days too. */
      calendar: WorkCalendar,
      setupNeeded: z.boolean(),
      sync: SyncSummary,
      account: Account.nullable(),
    }),
    failures: ['database.newer', 'database.damaged'],
    access: 'public',
    modes: anyMode,
  }),
  'system.preflight': command({
    input: nothing,
    output: z.strictObject({ parts: z.array(Part) }),
    failures: [],
    access: 'public',
    modes: anyMode,
  }),
  'vault.create': command({
    input: z.strictObject({ passphrase: z.string().max(200) }),
    output: nothing,
    failures: ['vault.exists', 'vault.weakPassphrase'],
    access: 'public',
    modes: anyMode,
  }),
  'vault.unlock': command({
    input: z.strictObject({ passphrase: z.string().max(200) }),
    output: nothing,
    failures: [
      'vault.missing',
      'vault.wrongPassphrase',
      'vault.damaged',
      'database.newer',
      'database.damaged',
    ],
    access: 'public',
    modes: anyMode,
  }),
  /** Fictional accounts, offered only while the district has no account at all. */
  'setup.loadDemo': command({
    input: nothing,
    output: z.strictObject({
      accounts: z.array(
        z.strictObject({
          username: z.string(),
          password: z.string(),
          displayName: z.string(),
          role: z.string(),
        }),
      ),
    }),
    failures: ['setup.done', 'district.unreachable', 'district.answeredBadly', 'district.certificate'],
    access: 'public',
    modes: anyMode,
  }),
  'session.login': command({
    input: z.strictObject({ username: z.string().min(1).max(40), password: z.string().min(1).max(200) }),
    output: z.strictObject({ account: Account, offline: z.boolean() }),
    failures: [
      'session.wrongPassword',
      'session.lockedOut',
      'session.roleExpired',
      'session.firstLoginNeedsNetwork',
      'session.offlineExpired',
      'session.wrongArea',
      'district.answeredBadly',
      'district.certificate',
    ],
    access: 'public',
    modes: anyMode,
  }),
  'session.logout': command({
    input: nothing,
    output: nothing,
    failures: [],
    access: 'account',
    modes: anyMode,
  }),
  'outbox.list': command({
    input: nothing,
    output: z.strictObject({ summary: SyncSummary, items: z.array(OutboxItem) }),
    failures: [],
    access: 'account',
    modes: anyMode,
  }),
  'outbox.retry': command({
    input: z.strictObject({ id: z.uuid().nullable() }),
    output: nothing,
    failures: ['outbox.notFound'],
    access: 'account',
    modes: anyMode,
  }),
  'places.list': command({
    input: nothing,
    output: z.strictObject({
      towns: z.array(
        z.strictObject({
          code: z.string(),
          name: z.string(),
          villages: z.array(z.strictObject({ code: z.string(), name: z.string() })),
        }),
      ),
    }),
    failures: [],
    access: 'account',
    modes: anyMode,
  }),
} as const;
