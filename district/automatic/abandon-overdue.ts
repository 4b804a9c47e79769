import type { DistrictContext } from '../context.ts';
import { CaseEntity } from '../db/entities.ts';
import { appendAsDistrict } from '../sync/append.ts';

/**
 * 自动放弃: records it for every supplement whose limit has passed (annex, 补正). The rules decide again for each case, so
 * a limit of today is left alone; what was handed in on time at a station that was offline is taken afterwards all the
 * same. Answers how many were recorded.
 */
export async function abandonOverdue(context: DistrictContext): Promise<number> {
  const { database, identity, log } = context;
  const waiting = await database.read((tx) => tx.findBy(CaseEntity, { step: 'SUPPLEMENT' }));
  let recorded = 0;
  for (const { id, townCode } of waiting) {
    const actor = {
      accountId: identity.systemAccountId,
      role: 'system' as const,
      areaCode: townCode.slice(0, 6),
    };
    const done = await appendAsDistrict(context, { streamId: id, actor, command: { type: 'abandon' } });
    if (done.outcome === 'appended') recorded += 1;
    else if (!['supplement.limitNotPassed', 'case.wrongStep'].includes(done.code))
      log.error('abandon.refused', { streamId: id, refusal: done.code });
  }
  if (recorded > 0) log.info('abandon.recorded', { cases: recorded });
  return recorded;
}
