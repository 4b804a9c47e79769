import { randomBytes } from 'node:crypto';
import { In, Like, MoreThan } from 'typeorm';
import type { PullReply } from '../../contract/sync/push.ts';
import { makeUuid } from '../../domain/values/uuid.ts';
import type { Caller } from '../accounts/tokens.ts';
import type { DistrictContext } from '../context.ts';
import { AccessEntity, CaseEntity, EventEntity } from '../db/entities.ts';
import { openEvent } from './stream-store.ts';

const PAGE_EVENTS = 200;
/** Strokes and long forms make big events; a page stays well below what a station reads at once. */
const PAGE_CHARACTERS = 8_000_000;

/** Events of the caller's area after a sequence, in their order; what was given to whom is written down (L §70). */
export async function pull(context: DistrictContext, caller: Caller, after: number): Promise<PullReply> {
  const { database, eventKey, now } = context;
  const inArea = Like(`${caller.account.areaCode}%`);
  const { page, more, caseNos } = await database.read(async (tx) => {
    const rows = await tx.find(EventEntity, {
      where: { townCode: inArea, sequence: MoreThan(after) },
      order: { sequence: 'ASC' },
      take: PAGE_EVENTS + 1,
    });
    const fits = fitting(rows.slice(0, PAGE_EVENTS));
    const cases = await tx.findBy(CaseEntity, { id: In([...new Set(fits.map((row) => row.streamId))]) });
    const caseNos = new Map(cases.map((row) => [row.id, row.caseNo]));
    return { page: fits, more: rows.length > fits.length, caseNos };
  });
  const events = page.flatMap((row) => {
    const { sequence, streamId, version } = row;
    const event = openEvent(eventKey, row);
    // One damaged event must not keep everybody's from flowing; its stream shows the gap at the station.
    if (!event) context.log.error('event.damaged', { streamId, version });
    return event ? [{ sequence, caseNo: caseNos.get(streamId) ?? '', event }] : [];
  });
  const cursor = page.at(-1)?.sequence ?? after;
  if (events.length > 0) await noteAccess(context, caller, `pull:${after}-${cursor}`, null);
  return { events, cursor, more, serverTime: now().toISOString() };
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
