import { withinArea } from '../../domain/log/decision.ts';
import { refuse, type Refused } from '../handler.ts';
import type { Ports } from '../ports/ports.ts';
import type { CaseRow, StoreReader } from '../ports/store.ts';
import { actorOf } from '../session/actor.ts';
import type { Session } from '../session/sessions.ts';
import { foldCase, type FoldedCase } from './case-stream.ts';
import type { CaseState } from '../../domain/case/case-state.ts';

export type NotSeen = Refused<'case.notFound' | 'case.notYourArea' | 'case.tampered'>;
export interface SeenCase {
  ok: true;
  row: CaseRow;
  folded: FoldedCase & { state: CaseState };
}

/** A case of the caller's own area, its chain looked through; a broken one is found too, with `folded.brokenAt`. */
export async function findCase(
  reader: StoreReader,
  caseId: string,
  session: Session,
  ports: Ports,
): Promise<SeenCase | NotSeen> {
  const row = await reader.caseRow(caseId);
  if (!row) return refuse('case.notFound', {});
  const actor = actorOf(session);
  // A village's own people are held to the village, everybody else to the town.
  const place = actor.areaCode.length > row.townCode.length ? row.villageCode : row.townCode;
  if (!withinArea(actor, place)) return refuse('case.notYourArea', {});
  const folded = foldCase(await reader.stream(caseId), ports);
  const { state } = folded;
  // So broken that nothing can be shown, or a read model of another history than the log's.
  if (!state) return refuse('case.tampered', { version: folded.brokenAt ?? 1 });
  return { ok: true, row, folded: { ...folded, state } };
}

/** As `findCase`, but nothing may be decided on, or read from, a record that does not hold. */
export async function findWholeCase(
  reader: StoreReader,
  caseId: string,
  session: Session,
  ports: Ports,
): Promise<SeenCase | NotSeen> {
  const seen = await findCase(reader, caseId, session, ports);
  if (seen.ok && seen.folded.brokenAt !== null)
    return refuse('case.tampered', { version: seen.folded.brokenAt });
  return seen;
}
