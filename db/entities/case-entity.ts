import { EntitySchema } from 'typeorm';

/**
 * Read model of a case. Name and ID number are sealed; beside them stand what is searched by: a blind index of the
 * number, and pinyin, initials and (in `case_names`) the characters of the name, readable inside the encrypted file.
 */
export interface CaseTableRow {
  /** Stable row number: `case_names` refers to it. */
  seq?: number;
  id: string;
  kind: string;
  step: string;
  caseCode: string;
  caseNo: string | null;
  districtCode: string;
  townCode: string;
  villageCode: string;
  householdSize: number;
  submittedOn: string;
  due: string | null;
  dueKind: string;
  /** `due`, with what has no date last. */
  dueOrder: string;
  version: number;
  applicantName: Buffer;
  applicantIdNumber: Buffer;
  idIndex: Buffer;
  pinyin: string;
  initials: string;
  claimedBy: string | null;
  /** JSON of [[kind, date]…]. */
  history: string;
  /** Comma list. */
  flags: string;
  amountFen: number | null;
  nextVisitDue: string | null;
}

export const caseEntity = new EntitySchema<CaseTableRow>({
  name: 'Case',
  tableName: 'cases',
  columns: {
    seq: { type: 'integer', primary: true, generated: true },
    id: { type: 'text', unique: true },
    kind: { type: 'text' },
    step: { type: 'text' },
    caseCode: { type: 'text', name: 'case_code' },
    caseNo: { type: 'text', name: 'case_no', nullable: true },
    districtCode: { type: 'text', name: 'district_code' },
    townCode: { type: 'text', name: 'town_code' },
    villageCode: { type: 'text', name: 'village_code' },
    householdSize: { type: 'integer', name: 'household_size' },
    submittedOn: { type: 'text', name: 'submitted_on' },
    due: { type: 'text', nullable: true },
    dueKind: { type: 'text', name: 'due_kind' },
    dueOrder: { type: 'text', name: 'due_order' },
    version: { type: 'integer' },
    applicantName: { type: 'blob', name: 'applicant_name' },
    applicantIdNumber: { type: 'blob', name: 'applicant_id_number' },
    idIndex: { type: 'blob', name: 'id_index' },
    pinyin: { type: 'text' },
    initials: { type: 'text' },
    claimedBy: { type: 'text', name: 'claimed_by', nullable: true },
    history: { type: 'text' },
    flags: { type: 'text' },
    amountFen: { type: 'integer', name: 'amount_fen', nullable: true },
    nextVisitDue: { type: 'text', name: 'next_visit_due', nullable: true },
  },
});
