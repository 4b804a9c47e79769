import type { EntityManager } from 'typeorm';
import { caseAggregate } from '../../domain/case/case-aggregate.ts';
import { stateIn, type OpenedStream } from '../../domain/log/any-aggregate.ts';
import type { EventEnvelope } from '../../domain/log/event-envelope.ts';
import { eventOf } from '../../domain/log/fold-stream.ts';
import { shanghaiDate } from '../../domain/values/iso-date.ts';
import type { DistrictContext } from '../context.ts';
import { CaseEntity } from '../db/entities.ts';
import { nextCaseNumber } from './case-number.ts';

/** Opens the case under a new number, or moves it on under its own. Answers the number. */
export async function saveCase(
  { config, now }: DistrictContext,
  tx: EntityManager,
  after: OpenedStream,
): Promise<string> {
  const state = stateIn(caseAggregate, after);
  const last = after.events.at(-1);
  if (!state || !last) throw new Error('no case to save');
  const at = now().toISOString();
  const { step, kind, caseCode, townCode, villageCode } = state;
  const { streamId: id, version, digest: tailDigest } = last;
  const moved = { step, townCode, villageCode, version, tailDigest, updatedAt: at };
  const before = await tx.findOneBy(CaseEntity, { id });
  if (before) {
    await tx.update(CaseEntity, { id }, moved);
    return before.caseNo;
  }
  const draftId = draftOf(after.events);
  if (draftId === null) throw new Error('a case without its beginning');
  const caseNo = await nextCaseNumber(tx, config.numberPrefix, kind, shanghaiDate(at).slice(0, 4));
  await tx.insert(CaseEntity, { id, caseNo, caseCode, draftId, kind, ...moved });
  return caseNo;
}

/** One case of one draft. */
export async function caseClash(
  tx: EntityManager,
  events: readonly EventEnvelope[],
): Promise<{ code: string; data: Record<string, unknown> } | null> {
  const draftId = draftOf(events);
  const twin = draftId === null ? null : await tx.findOneBy(CaseEntity, { draftId });
  return twin ? { code: 'case.duplicate', data: { caseCode: twin.caseCode } } : null;
}

/** The draft that the events open a case of; null when they open none. */
function draftOf([first]: readonly EventEnvelope[]): string | null {
  const event = first ? eventOf(caseAggregate, first) : null;
  return event?.type === 'case.opened' ? event.data.draftId : null;
}
