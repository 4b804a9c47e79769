import { EntitySchema } from 'typeorm';

/** Who is in which case, by a keyed digest of the ID number: found again, never read back. */
export interface CasePersonRow {
  caseId: string;
  personId: string;
  idIndex: string;
}

export const CasePersonEntity = new EntitySchema<CasePersonRow>({
  name: 'case_people',
  tableName: 'case_people',
  columns: {
    caseId: { type: 'text', primary: true },
    personId: { type: 'text', primary: true },
    idIndex: { type: 'text' },
  },
});

export const duplicateEntities = [CasePersonEntity];
