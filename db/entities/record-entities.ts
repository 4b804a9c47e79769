import { EntitySchema } from 'typeorm';

export interface SettingTableRow {
  key: string;
  value: Buffer;
}

export const settingEntity = new EntitySchema<SettingTableRow>({
  name: 'Setting',
  tableName: 'settings',
  columns: { key: { type: 'text', primary: true }, value: { type: 'blob' } },
});

export interface SupplementPageTableRow {
  seq?: number;
  id: string;
  caseId: string;
  page: Buffer;
}

export const supplementPageEntity = new EntitySchema<SupplementPageTableRow>({
  name: 'SupplementPage',
  tableName: 'supplement_pages',
  columns: {
    seq: { type: 'integer', primary: true, generated: true },
    id: { type: 'text', unique: true },
    caseId: { type: 'text', name: 'case_id' },
    page: { type: 'blob' },
  },
});

export interface ReadRecordTableRow {
  seq?: number;
  id: string;
  at: string;
  accountId: string;
  caseId: string;
  /** Sealed JSON of purpose and what was read. */
  entry: Buffer;
}

export const readRecordEntity = new EntitySchema<ReadRecordTableRow>({
  name: 'ReadRecord',
  tableName: 'read_records',
  columns: {
    seq: { type: 'integer', primary: true, generated: true },
    id: { type: 'text', unique: true },
    at: { type: 'text' },
    accountId: { type: 'text', name: 'account_id' },
    caseId: { type: 'text', name: 'case_id' },
    entry: { type: 'blob' },
  },
});

export interface TemplateTableRow {
  personId: string;
  consentId: string;
  modelDigest: string;
  template: Buffer;
}

export const templateEntity = new EntitySchema<TemplateTableRow>({
  name: 'Template',
  tableName: 'templates',
  columns: {
    personId: { type: 'text', name: 'person_id', primary: true },
    consentId: { type: 'text', name: 'consent_id' },
    modelDigest: { type: 'text', name: 'model_digest' },
    template: { type: 'blob' },
  },
});
