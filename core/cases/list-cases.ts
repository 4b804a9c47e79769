import { QueueName } from '../../contract/commands/case.ts';
import type { InputOf, OutputOf } from '../../contract/commands.ts';
import { receivingSteps } from '../../domain/process/steps.ts';
import { stepsToDo } from '../../domain/process/work.ts';
import { today } from '../context.ts';
import type { Ports } from '../ports/ports.ts';
import type { CaseQuery, CaseRow, StoreReader } from '../ports/store.ts';
import type { Session } from '../session/sessions.ts';
import { nextDue } from './case-due.ts';
import { caseSummary } from './case-row.ts';
import { foldCase } from './case-stream.ts';

const pageSize = 200;
/** The cases of an area, due first, a page at a time, with how many there are in each step and queue. */
export async function listCases(
  reader: StoreReader,
  { account }: Session,
  { step, search, queue, offset = 0 }: InputOf<'case.list'>,
  ports: Ports,
): Promise<OutputOf<'case.list'>> {
  const { areaCode } = account;
  const asked = queue ? queryOf(queue, account, ports) : { steps: null };
  const steps = step === null ? asked.steps : (asked.steps ?? [step]).filter((one) => one === step);
  const query: CaseQuery = { ...asked, areaCode, steps, search: search.trim() };
  const rows = await reader.cases({ ...query, offset, limit: pageSize });
  const cases = [];
  for (const row of rows) cases.push(await caseSummary(reader, await withDue(reader, row, ports)));
  const queues: Record<string, number> = {};
  for (const name of QueueName.options)
    queues[name] = await reader.countCases({ ...queryOf(name, account, ports), areaCode, search: '' });
  const total = await reader.countCases(query);
  return { cases, counts: await reader.caseCounts(areaCode), queues, total };
}

type Narrowed = Omit<CaseQuery, 'areaCode' | 'search'>;

/** What a queue asks for. */
function queryOf(queue: QueueName, { id, role }: Session['account'], ports: Ports): Narrowed {
  const processes = ports.ruleSets.get(ports.currentRuleSetId)?.processes ?? {};
  switch (queue) {
    case 'todo':
      return { steps: stepsToDo(processes, role) };
    case 'mine':
      return { steps: null, claimedBy: id };
    case 'overdue':
      return { steps: null, dueUntil: today(ports) };
    case 'online':
      return { steps: ['SUBMITTED'], flag: 'online' };
    case 'kinship':
    case 'duplicate':
      return { steps: null, flag: queue };
    case 'recipients':
      return { steps: receivingSteps };
    case 'visits':
      return { steps: ['REGISTERED', 'REASSESSMENT'] };
  }
}

/** A date that could not be computed when the row was written is tried again: the calendar may have come since. */
async function withDue(reader: StoreReader, row: CaseRow, ports: Ports): Promise<CaseRow> {
  if (row.due !== 'calendar.unpublished') return row;
  const { state, events } = foldCase(await reader.stream(row.id), ports);
  return state && events[0] ? { ...row, ...nextDue(state, events[0].ruleSetId, ports) } : row;
}
