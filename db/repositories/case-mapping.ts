import { z } from 'zod';
import type { CaseRow, CaseTimeline } from '../../core/ports/store.ts';
import { AssistanceKind } from '../../domain/application/application.ts';
import { CaseSummary } from '../../contract/views.ts';
import { normaliseIdNumber } from '../../domain/values/id-number.ts';
import type { CaseStep } from '../../domain/case/case-state.ts';
import type { CaseTableRow } from '../entities/case-entity.ts';
import { NO_DUE } from './area-column.ts';
import type { Session } from './session.ts';

/** Label of the blind index of ID numbers. */
export const idLabel = 'cases.applicantIdNumber';

const place = (row: string, column: 'applicant_name' | 'applicant_id_number') => ({
  table: 'cases',
  column,
  row,
});
const json = z.string().transform((text) => JSON.parse(text) as unknown);
const History = json.pipe(z.array(z.tuple([z.string(), z.string()])));
const Flags = z.string().transform((text) => text.split(',').filter((flag) => flag !== ''));
const Stored = z.object({
  kind: AssistanceKind,
  dueKind: CaseSummary.shape.dueKind,
  history: History,
  flags: Flags,
});
const Timeline = z.object({
  id: z.string(),
  case_code: z.string(),
  kind: AssistanceKind,
  town_code: z.string(),
  village_code: z.string(),
  step: z.string(),
  history: History,
  claimed_by: z.string().nullable(),
  flags: Flags,
  next_visit_due: z.string().nullable(),
  submitted_on: z.string(),
});

export function caseFromRow({ crypto }: Session, row: CaseTableRow): CaseRow {
  const { id, caseCode, caseNo, townCode, villageCode, householdSize, submittedOn, due, version } = row;
  const { claimedBy, amountFen, nextVisitDue } = row;
  return {
    ...{ id, caseCode, caseNo, townCode, villageCode, householdSize, submittedOn, due, version },
    ...{ claimedBy, amountFen, nextVisitDue, people: [] },
    ...Stored.parse(row),
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
  const { history, flags, ...columns } = row;
  if (flags.some((flag) => flag.includes(','))) throw new RangeError('a flag has no comma');
  return {
    ...columns,
    ...sound,
    history: JSON.stringify(history),
    flags: flags.join(','),
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

/** A row of the columns in `Timeline`, as SQL gives it. */
export function timelineFromRow(row: unknown): CaseTimeline {
  const { id, kind, step, history, flags, ...rest } = Timeline.parse(row);
  return {
    ...{ caseId: id, kind, step, history, flags },
    caseCode: rest.case_code,
    townCode: rest.town_code,
    villageCode: rest.village_code,
    claimedBy: rest.claimed_by,
    nextVisitDue: rest.next_visit_due,
    submittedOn: rest.submitted_on,
  };
}
