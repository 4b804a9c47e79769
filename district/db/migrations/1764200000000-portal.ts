import type { MigrationInterface, QueryRunner } from 'typeorm';

const statements = [
  `CREATE TABLE "portal_applications" ("portalId" text PRIMARY KEY, "bodyDigest" text NOT NULL,
    "caseId" text NOT NULL UNIQUE REFERENCES "cases" ("id"), "townCode" text NOT NULL, "submittedAt" text NOT NULL,
    "receivedAt" text NOT NULL)`,
  `CREATE INDEX "portal_applications_of_town" ON "portal_applications" ("townCode", "receivedAt")`,
  `CREATE TABLE "pick_up_runs" ("id" text PRIMARY KEY, "townCode" text NOT NULL, "accountId" text NOT NULL,
    "deviceId" text NOT NULL, "at" text NOT NULL, "waiting" integer NOT NULL)`,
  `CREATE INDEX "pick_up_runs_by_time" ON "pick_up_runs" ("at")`,
];

export class Portal1764200000000 implements MigrationInterface {
  name = 'Portal1764200000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore the backup instead');
  }
}
