import type { CaseSummary, SyncState } from '../../contract/views.ts';
import { openDuplicates, relativesDeclared, type CaseState } from '../../domain/case/case-state.ts';
import { maskIdNumber } from '../../domain/privacy/mask.ts';
import type { Ports } from '../ports/ports.ts';
import type { CaseRow, OutboxRow, StoreReader } from '../ports/store.ts';
import { nextDue, visitDue } from './case-due.ts';
import type { FoldedCase } from './case-stream.ts';

/** The read model of a case from its stream; null while the stream holds no whole application. */
export function caseRowOf(
  id: string,
  folded: FoldedCase,
  caseNo: string | null,
  ports: Ports,
): CaseRow | null {
  const { state, events, version } = folded;
  const applicant = state?.application?.members[0];
  const ruleSetId = events[0]?.ruleSetId;
  if (!state?.application || !applicant || !ruleSetId) return null;
  const { step, caseCode, townCode, villageCode, application, history } = state;
  return {
    ...{ id, kind: application.kind, step, caseCode, caseNo, townCode, villageCode, version },
    applicantName: applicant.name,
    applicantIdNumber: applicant.idNumber,
    householdSize: application.members.length,
    submittedOn: history.find(([kind]) => kind === 'submitted')?.[1] ?? '',
    history,
    claimedBy: state.claim?.by ?? null,
    flags: flagsOf(state),
    amountFen: state.grant?.amountFen ?? null,
    nextVisitDue: visitDue(state, ruleSetId, ports),
    people: application.members.map((member) => ({ personId: member.id, idNumber: member.idNumber })),
    ...nextDue(state, ruleSetId, ports),
  };
}

/** What a list shows beside the name, and what it can be narrowed to. */
function flagsOf(state: CaseState): string[] {
  const flags: [name: string, holds: boolean][] = [
    ['online', state.appliedVia === 'portal'],
    ['kinship', relativesDeclared(state)],
    ['duplicate', openDuplicates(state).length > 0],
    ['emergency', state.application?.emergency?.urgent === true],
    ['extended', state.extension !== null],
    ['objection', state.objections.some(({ reply }) => reply === null)],
  ];
  return flags.filter(([, holds]) => holds).map(([name]) => name);
}

/** The worst state of a case's records decides: one that needs a person shows before one that waits. */
export function syncStateOf(rows: readonly OutboxRow[]): SyncState {
  const order: SyncState[] = ['attention', 'sending', 'local'];
  return order.find((state) => rows.some((row) => row.state === state)) ?? 'acknowledged';
}

export async function caseSummary(reader: StoreReader, row: CaseRow): Promise<CaseSummary> {
  const { id, kind, step, caseCode, caseNo, applicantName, householdSize, submittedOn, dueKind } = row;
  return {
    ...{ id, kind, step, caseCode, caseNo, applicantName, householdSize, submittedOn, dueKind },
    ...{ due: row.due, claimedBy: row.claimedBy, flags: row.flags, amountFen: row.amountFen },
    maskedId: maskIdNumber(row.applicantIdNumber),
    sync: syncStateOf(await reader.outboxOfCase(id)),
  };
}
