import { EntitySchema } from 'typeorm';

export interface DraftTableRow {
  id: string;
  ownerId: string;
  kind: string;
  townCode: string;
  ruleSetId: string;
  revision: number;
  createdAt: string;
  updatedAt: string;
  caseId: string | null;
  /** Sealed JSON of `DraftSections`. */
  sections: Buffer;
  /** Sealed JSON of `Evidence`. */
  evidence: Buffer;
}

export const draftEntity = new EntitySchema<DraftTableRow>({
  name: 'Draft',
  tableName: 'drafts',
  columns: {
    id: { type: 'text', primary: true },
    ownerId: { type: 'text', name: 'owner_id' },
    kind: { type: 'text' },
    townCode: { type: 'text', name: 'town_code' },
    ruleSetId: { type: 'text', name: 'rule_set_id' },
    revision: { type: 'integer' },
    createdAt: { type: 'text', name: 'created_at' },
    updatedAt: { type: 'text', name: 'updated_at' },
    caseId: { type: 'text', name: 'case_id', nullable: true },
    sections: { type: 'blob' },
    evidence: { type: 'blob' },
  },
});
