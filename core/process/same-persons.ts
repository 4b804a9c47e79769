import type { SamePerson } from '../../contract/views/process.ts';
import type { CaseState } from '../../domain/case/case-state.ts';
import { membersOf } from '../../domain/case/case-state.ts';
import { countsAsOpen } from '../../domain/process/steps.ts';
import type { StoreReader } from '../ports/store.ts';

/** Other open cases on this station with somebody of this household in them: found without network. */
export async function samePersons(
  reader: StoreReader,
  caseId: string,
  state: CaseState,
): Promise<SamePerson[]> {
  const found: SamePerson[] = [];
  for (const { id: personId, idNumber } of membersOf(state)) {
    for (const row of await reader.openCasesOfPerson(idNumber)) {
      if (row.id === caseId || !countsAsOpen(row.kind, row.step)) continue;
      const { caseCode, kind, step, townCode } = row;
      found.push({ personId, caseId: row.id, caseCode, kind, step, townCode });
    }
  }
  return found;
}
