import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE TABLE drafts (
    id TEXT PRIMARY KEY, owner_id TEXT NOT NULL, kind TEXT NOT NULL, town_code TEXT NOT NULL, rule_set_id TEXT NOT NULL,
    revision INTEGER NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL, case_id TEXT,
    sections BLOB NOT NULL, evidence BLOB NOT NULL) STRICT`,
  `CREATE INDEX drafts_open ON drafts (owner_id, updated_at) WHERE case_id IS NULL`,

  `CREATE TABLE events (
    id TEXT NOT NULL UNIQUE, stream_id TEXT NOT NULL, version INTEGER NOT NULL CHECK (version > 0),
    type TEXT NOT NULL, digest TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY (stream_id, version)) STRICT`,
  `CREATE TRIGGER events_never_change BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events never change'); END`,

  `CREATE TABLE cases (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, step TEXT NOT NULL,
    case_code TEXT NOT NULL, case_no TEXT, district_code TEXT NOT NULL, town_code TEXT NOT NULL,
    village_code TEXT NOT NULL, household_size INTEGER NOT NULL, submitted_on TEXT NOT NULL, due TEXT,
    due_kind TEXT NOT NULL, due_order TEXT NOT NULL, version INTEGER NOT NULL, applicant_name BLOB NOT NULL,
    applicant_id_number BLOB NOT NULL, id_index BLOB NOT NULL, pinyin TEXT NOT NULL, initials TEXT NOT NULL) STRICT`,
  ...['district_code', 'town_code', 'village_code'].flatMap((area) => [
    `CREATE INDEX cases_${area}_due ON cases (${area}, due_order)`,
    `CREATE INDEX cases_${area}_step_due ON cases (${area}, step, due_order)`,
  ]),
  ...['case_code', 'case_no', 'id_index', 'pinyin', 'initials'].map(
    (column) => `CREATE INDEX cases_${column} ON cases (${column})`,
  ),
  // Holds only the index, one token per character: a phrase of two characters is found, which trigrams cannot do.
  `CREATE VIRTUAL TABLE case_names USING fts5(name, content='', contentless_delete=1, tokenize='ascii')`,

  `CREATE TABLE outbox (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, case_id TEXT NOT NULL,
    state TEXT NOT NULL, attempts INTEGER NOT NULL, not_before TEXT NOT NULL, failure TEXT, created_at TEXT NOT NULL,
    payload BLOB NOT NULL) STRICT`,
  `CREATE INDEX outbox_due ON outbox (kind, state, seq, not_before)`,
  `CREATE INDEX outbox_state ON outbox (state, seq)`,
  `CREATE INDEX outbox_case ON outbox (case_id, seq)`,

  `CREATE TABLE accounts (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, username_index BLOB NOT NULL,
    body BLOB NOT NULL) STRICT`,
  `CREATE INDEX accounts_username ON accounts (username_index)`,

  `CREATE TABLE settings (key TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT`,
  `CREATE TABLE counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT`,

  `CREATE TABLE supplement_pages (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, case_id TEXT NOT NULL, page BLOB NOT NULL) STRICT`,
  `CREATE INDEX supplement_pages_case ON supplement_pages (case_id, seq)`,

  `CREATE TABLE read_records (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, at TEXT NOT NULL, account_id TEXT NOT NULL,
    case_id TEXT NOT NULL, entry BLOB NOT NULL) STRICT`,
  `CREATE INDEX read_records_case ON read_records (case_id, seq)`,

  `CREATE TABLE templates (
    person_id TEXT PRIMARY KEY, consent_id TEXT NOT NULL, model_digest TEXT NOT NULL, template BLOB NOT NULL) STRICT`,
  `CREATE INDEX templates_consent ON templates (consent_id)`,
];

export class FirstTables1763942400000 implements MigrationInterface {
  readonly name = 'FirstTables1763942400000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  /** Forward only: going back means restoring the backup made before. */
  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
