import { z } from 'zod';
import type { CaseRow } from '../../core/ports/store.ts';
import { AssistanceKind } from '../../domain/application/application.ts';
import { CaseSummary } from '../../contract/views.ts';
import { normaliseIdNumber } from '../../domain/values/id-number.ts';
import type { CaseStep } from '../../domain/case/case-state.ts';
import type { CaseTableRow } from '../entities/case-entity.ts';
import type { Session } from './session.ts';

/** Label of the blind index of ID numbers. */
export const idLabel = 'cases.applicantIdNumber';

const place = (row: string, column: 'applicant_name' | 'applicant_id_number') => ({
  table: 'cases',
  column,
  row,
});
/** Sorts after every date and after 'calendar.unpublished'. */
const NO_DUE = '~';
const Stored = z.object({ kind: AssistanceKind, dueKind: CaseSummary.shape.dueKind });

export function caseFromRow({ crypto }: Session, row: CaseTableRow): CaseRow {
  const { id, caseCode, caseNo, townCode, villageCode, householdSize, submittedOn, due, version } = row;
  return {
    ...{ id, caseCode, caseNo, townCode, villageCode, householdSize, submittedOn, due, version },
    ...Stored.parse({ kind: row.kind, dueKind: row.dueKind }),
    // Only the core's own fold writes this column, from the same type.
    step: row.step as CaseStep,
    applicantName: crypto.open(place(id, 'applicant_name'), row.applicantName).toString('utf8'),
    applicantIdNumber: crypto.open(place(id, 'applicant_id_number'), row.applicantIdNumber).toString('utf8'),
  };
}

export function caseToRow(
  { crypto }: Session,
  row: CaseRow,
  sound: { pinyin: string; initials: string },
): CaseTableRow {
  return {
    ...row,
    ...sound,
    districtCode: row.townCode.slice(0, 6),
    dueOrder: row.due ?? NO_DUE,
    idIndex: crypto.blind(idLabel, normaliseIdNumber(row.applicantIdNumber)),
    applicantName: crypto.seal(place(row.id, 'applicant_name'), Buffer.from(row.applicantName, 'utf8')),
    applicantIdNumber: crypto.seal(
      place(row.id, 'applicant_id_number'),
      Buffer.from(row.applicantIdNumber, 'utf8'),
    ),
  };
}
