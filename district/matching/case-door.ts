import { checkableCase } from '../../domain/matching/checkable-case.ts';
import type { CheckableCase } from '../../domain/matching/authorized.ts';
import { closedSteps } from '../../domain/process/steps.ts';
import type { DistrictContext } from '../context.ts';
import { CaseEntity } from '../db/entities.ts';
import { appendAsDistrict } from '../sync/append.ts';
import { stateOf } from '../sync/judge.ts';
import { storedStream } from '../sync/stream-store.ts';
import type { MatchingParts } from './parts.ts';

/** The people of a stored case and what they signed; null when there is none, or when it was tampered with. */
export async function loadCheckable(
  { database, eventKey, log }: DistrictContext,
  caseId: string,
): Promise<CheckableCase | null> {
  const stored = await database.read((tx) => storedStream(tx, eventKey, caseId));
  if ('damagedAt' in stored) {
    log.error('event.damaged', { streamId: caseId, version: stored.damagedAt });
    return null;
  }
  const state = stateOf(stored);
  return state && checkableCase(state);
}

/** Rules that will say no tomorrow, too. */
const never: readonly string[] = ['check.notAsked', 'check.answeredAlready', 'case.notFound'];

/** Appends an answer in the role `system`. A step that takes no answers now (a decision being published) may pass. */
export function recordOnCase(context: DistrictContext): MatchingParts['record'] {
  return async (caseId, answer, commandId) => {
    const row = await context.database.read((tx) => tx.findOneBy(CaseEntity, { id: caseId }));
    if (!row) return 'refused';
    const { systemAccountId: accountId } = context.identity;
    const actor = { accountId, role: 'system' as const, areaCode: row.townCode };
    const command = { type: 'recordCheckAnswer' as const, answer };
    const appended = await appendAsDistrict(context, { streamId: caseId, command, actor, commandId });
    if (appended.outcome === 'appended') return 'taken';
    context.log.info('matching.notRecorded', { caseId, refusal: appended.code });
    const closed = (closedSteps as readonly string[]).includes(row.step);
    return closed || never.includes(appended.code) ? 'refused' : 'later';
  };
}
