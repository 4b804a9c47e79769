import { closedSteps, Step } from '../../domain/process/steps.ts';
import { caseRowOf } from '../cases/case-row.ts';
import { foldCase } from '../cases/case-stream.ts';
import type { Ports } from '../ports/ports.ts';
import type { Store } from '../ports/store.ts';

const atOnce = 100;

/** Computes the due dates of every open case again: the days they are counted in have changed. */
export async function refreshDues(ports: Ports, store: Store): Promise<void> {
  const district = ports.places[0]?.code.slice(0, 6) ?? '';
  const steps = Step.options.filter((step) => !closedSteps.includes(step));
  const total = await store.read.countCases({ areaCode: district, steps, search: '' });
  const ids: string[] = [];
  for (let offset = 0; offset < total; offset += atOnce) {
    const rows = await store.read.cases({ areaCode: district, steps, search: '', offset, limit: atOnce });
    ids.push(...rows.map(({ id }) => id));
  }
  for (let from = 0; from < ids.length; from += atOnce) {
    await store.write(async (tx) => {
      for (const id of ids.slice(from, from + atOnce)) {
        const before = await tx.caseRow(id);
        const row = caseRowOf(id, foldCase(await tx.stream(id), ports), before?.caseNo ?? null, ports);
        if (row) await tx.saveCaseRow(row);
      }
    });
  }
}
