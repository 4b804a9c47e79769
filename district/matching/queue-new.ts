import { MoreThan, type EntityManager } from 'typeorm';
import { CheckRequest } from '../../domain/matching/check.ts';
import type { DistrictContext } from '../context.ts';
import { CounterEntity, EventEntity } from '../db/entities.ts';
import { openEvent } from '../sync/stream-store.ts';
import { queueChecks } from './queue.ts';

const CURSOR = 'matching';
const PAGE = 50;

/**
 * Queues every check that stands in the log and was not seen yet: whoever wrote it there, and however the server ended
 * since. Sequences are given in the order of commits, so none is passed by. Resolves with the number of checks.
 */
export async function queueNew(
  { database, eventKey, log }: Pick<DistrictContext, 'database' | 'eventKey' | 'log'>,
  at: Date,
): Promise<number> {
  const after = await database.read(cursorOf);
  const rows = await database.read((tx) =>
    tx.find(EventEntity, {
      where: { type: 'check.requested', sequence: MoreThan(after) },
      order: { sequence: 'ASC' },
      take: PAGE,
    }),
  );
  const last = rows.at(-1);
  if (!last) return 0;
  await database.write(async (tx) => {
    for (const row of rows) {
      const event = openEvent(eventKey, row);
      const request = CheckRequest.safeParse((event?.data as { request?: unknown } | undefined)?.request);
      if (!event || !request.success) {
        log.error('matching.requestUnreadable', { caseId: row.streamId, version: row.version });
        continue;
      }
      const { streamId: caseId, deviceId, actor } = event;
      const asked = { caseId, request: request.data, requestedBy: actor.accountId, deviceId };
      await queueChecks(tx, asked, at);
    }
    await moveCursor(tx, last.sequence);
  });
  return rows.length < PAGE ? rows.length : rows.length + (await queueNew({ database, eventKey, log }, at));
}

const cursorOf = async (tx: EntityManager): Promise<number> =>
  (await tx.findOneBy(CounterEntity, { name: CURSOR }))?.value ?? 0;

/** Of two servers the slower one moves nothing back; what both queued is there once. */
async function moveCursor(tx: EntityManager, value: number): Promise<void> {
  const row = { name: CURSOR, value: 0 };
  await tx.createQueryBuilder().insert().into(CounterEntity).values(row).orIgnore().execute();
  if ((await cursorOf(tx)) < value) await tx.update(CounterEntity, { name: CURSOR }, { value });
}
