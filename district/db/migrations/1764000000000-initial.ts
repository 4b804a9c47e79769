import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Only what SQLite and PostgreSQL both read; quoted names keep their capitals on both. */
const statements = [
  `CREATE TABLE "accounts" ("id" text PRIMARY KEY, "username" text NOT NULL UNIQUE, "displayName" text NOT NULL,
    "role" text NOT NULL, "areaCode" text NOT NULL, "areaName" text NOT NULL, "salt" text NOT NULL, "hash" text NOT NULL,
    "memoryKiB" integer NOT NULL, "iterations" integer NOT NULL, "parallelism" integer NOT NULL, "createdAt" text NOT NULL)`,
  `CREATE TABLE "login_attempts" ("username" text PRIMARY KEY, "failures" integer NOT NULL, "lockedUntil" text,
    "lastAt" text NOT NULL)`,
  `CREATE TABLE "tokens" ("tokenHash" text PRIMARY KEY, "accountId" text NOT NULL REFERENCES "accounts" ("id"),
    "deviceId" text NOT NULL, "expires" text NOT NULL)`,
  `CREATE TABLE "account_devices" ("accountId" text NOT NULL REFERENCES "accounts" ("id"), "deviceId" text NOT NULL,
    "deviceName" text NOT NULL, "lastAt" text NOT NULL, PRIMARY KEY ("accountId", "deviceId"))`,
  `CREATE TABLE "counters" ("name" text PRIMARY KEY, "value" integer NOT NULL)`,
  `INSERT INTO "counters" ("name", "value") VALUES ('sequence', 0)`,
  `CREATE TABLE "commands" ("commandId" text PRIMARY KEY, "streamId" text NOT NULL, "itemDigest" text NOT NULL,
    "answer" text NOT NULL, "flags" text NOT NULL, "deviceId" text NOT NULL, "pushedBy" text NOT NULL,
    "receivedAt" text NOT NULL)`,
  `CREATE TABLE "cases" ("id" text PRIMARY KEY, "caseNo" text NOT NULL UNIQUE, "caseCode" text NOT NULL,
    "draftId" text NOT NULL UNIQUE, "kind" text NOT NULL, "townCode" text NOT NULL, "villageCode" text NOT NULL,
    "step" text NOT NULL, "version" integer NOT NULL, "tailDigest" text NOT NULL, "updatedAt" text NOT NULL)`,
  `CREATE TABLE "events" ("id" text PRIMARY KEY, "streamId" text NOT NULL REFERENCES "cases" ("id"),
    "version" integer NOT NULL, "sequence" integer NOT NULL UNIQUE, "townCode" text NOT NULL, "type" text NOT NULL,
    "deviceId" text NOT NULL, "counter" integer NOT NULL, "stationTime" text NOT NULL, "digest" text NOT NULL,
    "body" text NOT NULL, UNIQUE ("streamId", "version"))`,
  `CREATE INDEX "events_of_town" ON "events" ("townCode", "sequence")`,
  `CREATE INDEX "events_of_device" ON "events" ("deviceId", "counter")`,
  `CREATE TABLE "files" ("digest" text PRIMARY KEY, "bytes" integer NOT NULL, "mime" text NOT NULL,
    "storedBy" text NOT NULL, "storedAt" text NOT NULL)`,
  `CREATE TABLE "case_files" ("caseId" text NOT NULL REFERENCES "cases" ("id"), "digest" text NOT NULL,
    PRIMARY KEY ("caseId", "digest"))`,
  `CREATE INDEX "case_files_by_digest" ON "case_files" ("digest")`,
  `CREATE TABLE "quarantine" ("itemDigest" text PRIMARY KEY, "commandId" text, "deviceId" text NOT NULL,
    "pushedBy" text NOT NULL, "code" text NOT NULL, "times" integer NOT NULL, "lastAt" text NOT NULL)`,
  `CREATE TABLE "access_log" ("id" text PRIMARY KEY, "at" text NOT NULL, "accountId" text NOT NULL,
    "deviceId" text NOT NULL, "what" text NOT NULL, "caseId" text)`,
  `CREATE INDEX "access_of_case" ON "access_log" ("caseId", "at")`,
  `CREATE TABLE "settings" ("name" text PRIMARY KEY, "value" text NOT NULL)`,
];

export class DistrictInitial1764000000000 implements MigrationInterface {
  name = 'DistrictInitial1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore the backup instead');
  }
}
