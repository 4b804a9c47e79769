import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  // What the later steps of a case need; rows of before are filled when their case is next written.
  `ALTER TABLE cases ADD COLUMN claimed_by TEXT`,
  `ALTER TABLE cases ADD COLUMN history TEXT NOT NULL DEFAULT '[]'`,
  `ALTER TABLE cases ADD COLUMN flags TEXT NOT NULL DEFAULT ''`,
  `ALTER TABLE cases ADD COLUMN amount_fen INTEGER`,
  `ALTER TABLE cases ADD COLUMN next_visit_due TEXT`,
  `CREATE INDEX cases_claimed ON cases (claimed_by, due_order) WHERE claimed_by IS NOT NULL`,

  `CREATE TABLE case_people (
    case_seq INTEGER NOT NULL REFERENCES cases (seq), person_id TEXT NOT NULL, id_index BLOB NOT NULL,
    PRIMARY KEY (case_seq, person_id)) STRICT, WITHOUT ROWID`,
  `CREATE INDEX case_people_id ON case_people (id_index)`,

  `CREATE TABLE records (
    seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, stream_type TEXT NOT NULL, area_code TEXT NOT NULL,
    district_code TEXT NOT NULL, town_code TEXT NOT NULL, village_code TEXT NOT NULL, step TEXT NOT NULL, due TEXT,
    due_order TEXT NOT NULL, owner_id TEXT, confidential INTEGER NOT NULL, version INTEGER NOT NULL,
    body BLOB NOT NULL) STRICT`,
  ...['district_code', 'town_code', 'village_code'].flatMap((area) => [
    `CREATE INDEX records_${area}_due ON records (stream_type, ${area}, due_order)`,
    `CREATE INDEX records_${area}_step_due ON records (stream_type, ${area}, step, due_order)`,
  ]),
  `CREATE INDEX records_owner ON records (owner_id, due_order) WHERE owner_id IS NOT NULL`,
];

export class Process1764200000000 implements MigrationInterface {
  readonly name = 'Process1764200000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  /** Forward only: going back means restoring the backup made before. */
  async down(): Promise<void> {
    throw new Error('migrations only go forward');
  }
}
