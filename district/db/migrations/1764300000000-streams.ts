import type { MigrationInterface, QueryRunner } from 'typeorm';

const kept = `"id", "streamId", "version", "sequence", "type", "deviceId", "counter", "stationTime", "digest", "body"`;
const statements = [
  `CREATE TABLE "streams" ("id" text PRIMARY KEY, "streamType" text NOT NULL, "areaCode" text NOT NULL, "step" text NOT NULL,
    "confidential" integer NOT NULL, "version" integer NOT NULL, "tailDigest" text NOT NULL, "updatedAt" text NOT NULL)`,
  `CREATE INDEX "streams_of_area" ON "streams" ("areaCode", "streamType", "step")`,
  // Events of other streams refer to no case, and SQLite cannot take a reference away: the table is made anew.
  `CREATE TABLE "events_next" ("id" text PRIMARY KEY, "streamType" text NOT NULL, "streamId" text NOT NULL,
    "version" integer NOT NULL, "sequence" integer NOT NULL UNIQUE, "areaBefore" text NOT NULL, "areaCode" text NOT NULL,
    "confidential" integer NOT NULL, "type" text NOT NULL, "deviceId" text NOT NULL, "counter" integer NOT NULL,
    "stationTime" text NOT NULL, "digest" text NOT NULL, "body" text NOT NULL, UNIQUE ("streamId", "version"))`,
  `INSERT INTO "events_next" ("streamType", "areaBefore", "areaCode", "confidential", ${kept})
    SELECT 'case', c."villageCode", c."villageCode", 0, ${kept
      .split(', ')
      .map((column) => `e.${column}`)
      .join(', ')}
    FROM "events" e JOIN "cases" c ON c."id" = e."streamId"`,
  `DROP TABLE "events"`,
  `ALTER TABLE "events_next" RENAME TO "events"`,
  `CREATE INDEX "events_of_device" ON "events" ("deviceId", "counter")`,
];

export class Streams1764300000000 implements MigrationInterface {
  name = 'Streams1764300000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore the backup instead');
  }
}
