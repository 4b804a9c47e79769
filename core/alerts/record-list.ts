import type { z } from 'zod';
import type { StreamType } from '../../domain/log/event-envelope.ts';
import { confidentialRoles } from '../../domain/ticket/ticket-rights.ts';
import type { Ports } from '../ports/ports.ts';
import type { RecordRow, StoreReader } from '../ports/store.ts';
import type { Session } from '../session/sessions.ts';
import { openStream } from '../streams/on-stream.ts';

const chunk = 500;

/** A record with its state parsed; `due` computed again where the calendar had not come when it was written. */
export interface Listed<S> {
  id: string;
  due: string | null;
  state: S;
}

/** Every record of the caller's area that `mayRead` lets through, due first; confidential ones for their roles and owners. */
export async function readableRecords<S>(
  reader: StoreReader,
  streamType: StreamType,
  session: Session,
  schema: z.ZodType<S>,
  mayRead: (state: S) => boolean,
  ports: Ports,
): Promise<Listed<S>[]> {
  const { id: accountId, role } = session.account;
  const all = confidentialRoles.includes(role);
  const rows = await rowsOf(reader, streamType, session, null, all);
  if (!all) {
    const own = await rowsOf(reader, streamType, session, accountId, true);
    rows.push(...own.filter((row) => row.confidential));
  }
  const listed: Listed<S>[] = [];
  for (const row of rows) {
    const state = schema.safeParse(row.body);
    if (!state.success) ports.log.error('record.unreadable', { streamType, id: row.id });
    else if (mayRead(state.data))
      listed.push({ id: row.id, due: await dueOf(reader, row, ports), state: state.data });
  }
  return listed.sort((a, b) => order(a.due).localeCompare(order(b.due)));
}

/** Without a day last. */
const order = (due: string | null): string => due ?? '~';

async function rowsOf(
  reader: StoreReader,
  streamType: StreamType,
  { account }: Session,
  ownerId: string | null,
  confidential: boolean,
): Promise<RecordRow[]> {
  const rows: RecordRow[] = [];
  const query = { streamType, areaCode: account.areaCode, steps: null, ownerId, confidential };
  for (;;) {
    const some = await reader.records({ ...query, offset: rows.length, limit: chunk });
    rows.push(...some);
    if (some.length < chunk) return rows;
  }
}

async function dueOf(reader: StoreReader, row: RecordRow, ports: Ports): Promise<string | null> {
  if (row.due !== 'calendar.unpublished') return row.due;
  const { facts, events } = await openStream(reader, row.streamType, row.id, ports);
  const ruleSet = ports.ruleSets.get(events[0]?.ruleSetId ?? '');
  return facts && ruleSet ? facts.due({ calendar: ports.calendar, ruleSet }) : row.due;
}
