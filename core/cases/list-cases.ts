import type { InputOf, OutputOf } from '../../contract/commands.ts';
import type { Ports } from '../ports/ports.ts';
import type { CaseRow, StoreReader } from '../ports/store.ts';
import { nextDue } from './case-due.ts';
import { caseSummary } from './case-row.ts';
import { foldCase } from './case-stream.ts';

const mostShown = 200;

/** The cases of an area, due first; a longer list is narrowed by step or search. */
export async function listCases(
  reader: StoreReader,
  areaCode: string,
  { step, search }: InputOf<'case.list'>,
  ports: Ports,
): Promise<OutputOf<'case.list'>> {
  const query = { areaCode, steps: step === null ? null : [step], search: search.trim() };
  const rows = await reader.cases({ ...query, offset: 0, limit: mostShown });
  const cases = [];
  for (const row of rows) cases.push(await caseSummary(reader, await withDue(reader, row, ports)));
  return { cases, counts: await reader.caseCounts(areaCode) };
}

/** A date that could not be computed when the row was written is tried again: the calendar may have come since. */
async function withDue(reader: StoreReader, row: CaseRow, ports: Ports): Promise<CaseRow> {
  if (row.due !== 'calendar.unpublished') return row;
  const { state, events } = foldCase(await reader.stream(row.id), ports);
  return state && events[0] ? { ...row, ...nextDue(state, events[0].ruleSetId, ports) } : row;
}
