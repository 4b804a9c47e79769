import { randomBytes } from 'node:crypto';
import { In, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import type { PullReply } from '../../contract/sync/push.ts';
import type { StreamType } from '../../domain/log/event-envelope.ts';
import { streamTypesFor } from '../../domain/streams.ts';
import { confidentialRoles } from '../../domain/ticket/ticket-rights.ts';
import { makeUuid } from '../../domain/values/uuid.ts';
import type { Caller } from '../accounts/tokens.ts';
import type { DistrictContext } from '../context.ts';
import { AccessEntity, CaseEntity, CounterEntity, EventEntity, type EventRow } from '../db/entities.ts';
import { Refusal } from '../http/refusal.ts';
import { openEvent } from './stream-store.ts';

const PAGE_EVENTS = 200;
/** Strokes and long forms make big events; a page stays well below what a station reads at once. */
const PAGE_CHARACTERS = 8_000_000;

export interface PullRequest {
  after: number;
  /** Those for `confidentialRoles` only, instead of the others. */
  confidential: boolean;
}

/**
 * Events of the caller's area after a sequence, in their order; what was given to whom is written down (L §70). The cursor goes
 * on past what lies elsewhere, so that nobody's is looked through twice. Refuses `session.notAllowed`.
 */
export async function pull(
  context: DistrictContext,
  caller: Caller,
  { after, confidential }: PullRequest,
): Promise<PullReply> {
  const { database, eventKey, now } = context;
  const { role } = caller.account;
  if (confidential && !confidentialRoles.includes(role)) throw new Refusal(403, 'session.notAllowed');
  const given = { area: caller.account.areaCode, types: streamTypesFor(role), confidential };
  const { rows, cursor, more, caseNos } = await database.read((tx) => pageAfter(tx, given, after));
  const events = rows.flatMap((row) => {
    const { sequence, streamId, version } = row;
    const event = openEvent(eventKey, row);
    // One damaged event must not keep everybody's from flowing; its stream shows the gap at the station.
    if (!event) context.log.error('event.damaged', { streamId, version });
    return event ? [{ sequence, caseNo: caseNos.get(streamId) ?? '', event }] : [];
  });
  const what = `${confidential ? 'pull confidential' : 'pull'}:${after}-${cursor}`;
  if (events.length > 0) await noteAccess(context, caller, what, null);
  return { events, cursor, more, serverTime: now().toISOString() };
}

interface Given {
  area: string;
  types: readonly StreamType[];
  confidential: boolean;
}

async function pageAfter(tx: EntityManager, given: Given, after: number) {
  // Read before the events: what it counts is committed with it, and so is seen below.
  const { value: last } = await tx.findOneByOrFail(CounterEntity, { name: 'sequence' });
  const found = await givenEvents(tx, given)
    .andWhere('e.sequence > :after', { after })
    .orderBy('e.sequence')
    .limit(PAGE_EVENTS + 1)
    .getMany();
  const page = fitting(found.slice(0, PAGE_EVENTS));
  const more = found.length > page.length;
  const cursor = Math.max(after, page.at(-1)?.sequence ?? 0, more ? 0 : last);
  const ids = [...new Set(page.map((row) => row.streamId))];
  const cases = await tx.findBy(CaseEntity, { id: In(ids) });
  const caseNos = new Map(cases.map((row) => [row.id, row.caseNo]));
  const rows = [...page, ...(await missingOf(tx, given, page))].sort((a, b) => a.sequence - b.sequence);
  return { rows, cursor, more, caseNos };
}

/** What lies in the area, or lay there until the event. */
function givenEvents(tx: EntityManager, { area, types, confidential }: Given): SelectQueryBuilder<EventRow> {
  return tx
    .createQueryBuilder(EventEntity, 'e')
    .where('(e.areaCode LIKE :area OR e.areaBefore LIKE :area)', { area: `${area}%` })
    .andWhere('e.streamType IN (:...types)', { types: [...types] })
    .andWhere('e.confidential = :confidential', { confidential: confidential ? 1 : 0 });
}

/** What of these streams happened while they lay elsewhere: without it the station cannot link what it is given now. */
async function missingOf(
  tx: EntityManager,
  { area, confidential }: Given,
  page: readonly EventRow[],
): Promise<EventRow[]> {
  const latest = new Map(page.map((row) => [row.streamId, row.version]));
  if (latest.size === 0) return [];
  const streams = [...latest.keys()];
  const before = ({ streamId, version }: EventRow) => version < (latest.get(streamId) ?? 0);
  const elsewhere = await tx
    .createQueryBuilder(EventEntity, 'e')
    .select(['e.id', 'e.streamId', 'e.version'])
    .where('e.streamId IN (:...streams) AND e.areaCode NOT LIKE :area', { streams, area: `${area}%` })
    .getMany();
  const moved = [...new Set(elsewhere.filter(before).map((row) => row.streamId))];
  if (moved.length === 0) return [];
  const where = { streamId: In(moved), confidential: confidential ? 1 : 0 };
  const here = new Set(page.map((row) => row.id));
  return (await tx.find(EventEntity, { where })).filter((row) => before(row) && !here.has(row.id));
}

/** As many from the front as fit one answer, at least one. */
function fitting<R extends { body: string }>(rows: readonly R[]): R[] {
  let characters = 0;
  return rows.filter((row, index) => (characters += row.body.length) <= PAGE_CHARACTERS || index === 0);
}

export async function noteAccess(
  { database, now }: DistrictContext,
  { account, deviceId }: Caller,
  what: string,
  caseId: string | null,
): Promise<void> {
  const at = now();
  const id = makeUuid(at.getTime(), randomBytes(10));
  const row = { id, at: at.toISOString(), accountId: account.id, deviceId, what, caseId };
  await database.write((tx) => tx.insert(AccessEntity, row));
}
