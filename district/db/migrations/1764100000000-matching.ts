import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questions to departments and what they answered. Only what SQLite and PostgreSQL both read. */
const statements = [
  `CREATE TABLE "matching_queries" ("id" text PRIMARY KEY, "requestId" text NOT NULL, "caseId" text NOT NULL,
    "personId" text NOT NULL, "source" text NOT NULL, "purpose" text NOT NULL, "signatureDigest" text NOT NULL,
    "requestedBy" text NOT NULL, "deviceId" text NOT NULL, "requestedOn" text NOT NULL, "state" text NOT NULL,
    "attempts" integer NOT NULL, "queuedAt" text NOT NULL, "dueAt" text NOT NULL, "claim" text,
    "ticket" text NOT NULL UNIQUE, "theirTicket" text, "lastReason" text, "outcome" text, "answer" text,
    UNIQUE ("requestId", "personId", "source"))`,
  `CREATE INDEX "matching_due" ON "matching_queries" ("source", "state", "dueAt")`,
  `CREATE INDEX "matching_state" ON "matching_queries" ("state", "dueAt")`,
  `CREATE INDEX "matching_of_case" ON "matching_queries" ("caseId")`,
  `CREATE TABLE "matching_raw" ("queryId" text PRIMARY KEY REFERENCES "matching_queries" ("id"), "caseId" text NOT NULL,
    "digest" text NOT NULL, "body" text NOT NULL, "receivedAt" text NOT NULL)`,
];

export class Matching1764100000000 implements MigrationInterface {
  name = 'Matching1764100000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore the backup instead');
  }
}
