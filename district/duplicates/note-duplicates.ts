import { createHmac } from 'node:crypto';
import { Not, type EntityManager } from 'typeorm';
import type { CaseState } from '../../domain/case/case-state.ts';
import { membersOf } from '../../domain/case/case-state.ts';
import type { EventEnvelope } from '../../domain/log/event-envelope.ts';
import { countsAsOpen, Step } from '../../domain/process/steps.ts';
import { normaliseIdNumber } from '../../domain/values/id-number.ts';
import type { DistrictContext } from '../context.ts';
import { CaseEntity, type CaseRow } from '../db/entities.ts';
import { appendInTurn } from '../sync/append.ts';
import type { Turn } from '../sync/case-number.ts';
import { CasePersonEntity } from './entities.ts';

/** Events after which somebody may be in a case who was not before. */
const touching: readonly string[] = ['application.submitted', 'household.amended'];

/**
 * Writes down who is in a case and notes, on this case and on the other, every member who is in another open one of the
 * district (annex: 同一人不得重复申请). Part of the transaction that takes the events; a person settles it with a reason.
 */
export async function noteDuplicates(
  context: DistrictContext,
  tx: EntityManager,
  turn: Turn,
  caseId: string,
  taken: { events: readonly EventEnvelope[]; state: CaseState },
): Promise<void> {
  if (!taken.events.some(({ type }) => touching.includes(type))) return;
  const people = membersOf(taken.state).map(({ id, idNumber }) => ({
    caseId,
    personId: id,
    idIndex: idIndexOf(context.eventKey, idNumber),
  }));
  await tx.delete(CasePersonEntity, { caseId });
  await tx.insert(CasePersonEntity, people);
  const own = await tx.findOneByOrFail(CaseEntity, { id: caseId });
  for (const { personId, idIndex } of people) {
    for (const twin of await tx.findBy(CasePersonEntity, { idIndex, caseId: Not(caseId) })) {
      const other = await openCase(tx, twin.caseId);
      if (!other) continue;
      await note(context, tx, turn, caseId, personId, other);
      await note(context, tx, turn, other.id, twin.personId, own);
    }
  }
}

async function openCase(tx: EntityManager, id: string): Promise<CaseRow | null> {
  const row = await tx.findOneBy(CaseEntity, { id });
  return row && countsAsOpen(row.kind, Step.parse(row.step)) ? row : null;
}

async function note(
  context: DistrictContext,
  tx: EntityManager,
  turn: Turn,
  streamId: string,
  personId: string,
  other: CaseRow,
): Promise<void> {
  const { systemAccountId: accountId } = context.identity;
  const actor = { accountId, role: 'system' as const, areaCode: other.townCode.slice(0, 6) };
  const duplicate = {
    personId,
    otherCaseId: other.id,
    otherCaseCode: other.caseCode,
    otherTownCode: other.townCode,
  };
  const appended = await appendInTurn(context, tx, turn, {
    streamId,
    actor,
    command: { type: 'noteDuplicate', duplicate },
  });
  if (appended.outcome === 'refused' && appended.code !== 'duplicate.notedAlready')
    context.log.error('duplicate.notNoted', { streamId, refusal: appended.code });
}

/** Keyed, so that the stored digest says nothing without the district's key. */
const idIndexOf = (key: Buffer, idNumber: string): string =>
  createHmac('sha256', key)
    .update(`person:${normaliseIdNumber(idNumber)}`)
    .digest('hex');
