import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is in which case, to find the same person in two; and the last day of an account's role. */
const statements = [
  `CREATE TABLE "case_people" ("caseId" text NOT NULL, "personId" text NOT NULL, "idIndex" text NOT NULL,
    PRIMARY KEY ("caseId", "personId"))`,
  `CREATE INDEX "case_people_index" ON "case_people" ("idIndex")`,
  `ALTER TABLE "accounts" ADD COLUMN "roleUntil" text`,
];

export class People1764400000000 implements MigrationInterface {
  name = 'People1764400000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore the backup instead');
  }
}
