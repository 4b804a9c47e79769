import type { CaseSummary } from '../../contract/views.ts';
import { caseAggregate } from '../../domain/case/case-aggregate.ts';
import type { CaseCommand } from '../../domain/case/case-commands.ts';
import { openedStream } from '../../domain/log/any-aggregate.ts';
import type { Failure } from '../../domain/values/result.ts';
import { nowIso, storeOf, type CoreContext } from '../context.ts';
import type { StoreWriter } from '../ports/store.ts';
import { actorOf } from '../session/actor.ts';
import type { Session } from '../session/sessions.ts';
import { carryCommand, tellOfChange, type AlsoDone } from '../streams/act-on-stream.ts';
import { caseSummary } from './case-row.ts';
import { findWholeCase, type NotSeen, type SeenCase } from './find-case.ts';

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
  more?: AlsoDone,
): Promise<Carried> {
  const { ports } = core;
  const carried = await storeOf(core).write(async (tx): Promise<Carried> => {
    const seen = await findWholeCase(tx, caseId, session, ports);
    if (!seen.ok) return seen;
    const command = await commandFor(seen, tx);
    if ('code' in command) return { ok: false, rule: command };
    const request = {
      ...{ streamType: 'case' as const, streamId: caseId, command },
      ...{ actor: actorOf(session), stationTime: nowIso(ports) },
    };
    const done = await carryCommand(tx, openedStream(caseAggregate, seen.folded), request, ports, more);
    if (!done.ok) return { ok: false, rule: done.failure };
    return { ok: true, summary: await caseSummary(tx, (await tx.caseRow(caseId)) ?? seen.row) };
  });
  if (carried.ok) tellOfChange(core, 'case', caseId);
  return carried;
}
