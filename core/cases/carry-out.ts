import type { CaseSummary } from '../../contract/views.ts';
import type { CaseCommand } from '../../domain/case/case-commands.ts';
import type { Failure } from '../../domain/values/result.ts';
import { nowIso, storeOf, type CoreContext } from '../context.ts';
import { eventsRow } from '../outbox/outbox-rows.ts';
import type { OutboxRow, StoreWriter } from '../ports/store.ts';
import { actorOf } from '../session/actor.ts';
import { districtTerms } from '../session/district-terms.ts';
import type { Session } from '../session/sessions.ts';
import { caseSummary } from './case-row.ts';
import { findWholeCase, type NotSeen, type SeenCase } from './find-case.ts';
import { decideHere, recordDecision } from './record-decision.ts';

type Carried = { ok: true; summary: CaseSummary } | NotSeen | { ok: false; rule: Failure };

/**
 * Decides a command on an existing case and records it with its outbox row in one transaction. `more` adds what else belongs
 * to the same transaction. A rule's refusal comes back as `rule`, for the handler to pass on as declared.
 */
export async function carryOut(
  core: CoreContext,
  session: Session,
  caseId: string,
  commandFor: (seen: SeenCase, tx: StoreWriter) => Promise<CaseCommand | Failure>,
  more: (tx: StoreWriter) => Promise<OutboxRow[]> = async () => [],
): Promise<Carried> {
  const { ports } = core;
  const carried = await storeOf(core).write(async (tx): Promise<Carried> => {
    const seen = await findWholeCase(tx, caseId, session, ports);
    if (!seen.ok) return seen;
    const command = await commandFor(seen, tx);
    if ('code' in command) return { ok: false, rule: command };
    const now = nowIso(ports);
    const request = { caseId, command, actor: actorOf(session), stationTime: now };
    const decision = decideHere(seen.folded, request, await districtTerms(tx), ports);
    if (!decision.ok) return { ok: false, rule: decision.failure };
    const item = await recordDecision(tx, seen.folded, request, decision.value, ports);
    for (const row of [eventsRow(item, now), ...(await more(tx))]) await tx.saveOutbox(row);
    const row = await tx.caseRow(caseId);
    return { ok: true, summary: await caseSummary(tx, row ?? seen.row) };
  });
  if (carried.ok) {
    core.sync.wake();
    core.tell({ type: 'case.changed', caseId });
  }
  return carried;
}
