import { In } from 'typeorm';
import type { DistrictContext } from '../context.ts';
import { StreamEntity, type StreamRow } from '../db/entities.ts';
import { appendAsDistrict, type Appended } from '../sync/append.ts';

/** Steps in which somebody still has to act; the rules know whether the time for it is over. */
const waitingSteps = ['OPEN', 'ASSIGNED', 'ACCEPTED'];
const reason = '超过期限没有办，自动上报上一级';
/** What the rules say to most of them, and to one that has been moved on meanwhile. */
const expected = [
  ...['alert.notOverdue', 'alert.topLevel', 'alert.wrongStep'],
  ...['ticket.notOverdue', 'ticket.topLevel', 'ticket.wrongStep', 'ticket.escalatedToday'],
];

/**
 * Sends every overdue alert and ticket one level up, so that nothing waits unseen at a desk; nothing is ever closed or
 * answered by the clock. The rules decide again for each. Answers how many went up.
 */
export async function escalateOverdue(context: DistrictContext): Promise<number> {
  const { database, log } = context;
  const waiting = await database.read((tx) => tx.findBy(StreamEntity, { step: In(waitingSteps) }));
  let raised = 0;
  for (const row of waiting) {
    const done = await escalate(context, row);
    if (done?.outcome === 'appended') raised += 1;
    else if (done && !expected.includes(done.code))
      log.error('escalate.refused', { streamId: row.id, refusal: done.code });
  }
  if (raised > 0) log.info('escalate.recorded', { streams: raised });
  return raised;
}

async function escalate(
  context: DistrictContext,
  { id, streamType, areaCode }: StreamRow,
): Promise<Appended | null> {
  const { systemAccountId } = context.identity;
  const actor = { accountId: systemAccountId, role: 'system' as const, areaCode: areaCode.slice(0, 6) };
  const whose = { streamId: id, actor };
  if (streamType === 'alert')
    return appendAsDistrict(context, { ...whose, streamType, command: { type: 'escalate', reason } });
  if (streamType !== 'ticket') return null;
  const command = { type: 'escalate' as const, requested: false, reason };
  return appendAsDistrict(context, { ...whose, streamType, command });
}
