import type { EntitySchema } from 'typeorm';
import type { MigrationClass } from './driver.ts';
import { accountEntity } from './entities/account-entity.ts';
import { caseEntity } from './entities/case-entity.ts';
import { draftEntity } from './entities/draft-entity.ts';
import { eventEntity } from './entities/event-entity.ts';
import { outboxEntity } from './entities/outbox-entity.ts';
import {
  readRecordEntity,
  settingEntity,
  supplementPageEntity,
  templateEntity,
} from './entities/record-entities.ts';
import { streamRecordEntity } from './entities/stream-record-entity.ts';
import { FirstTables1763942400000 } from './migrations/0001-first-tables.ts';
import { Process1764200000000 } from './migrations/0002-process.ts';

export const stationEntities: readonly EntitySchema[] = [
  accountEntity,
  caseEntity,
  draftEntity,
  eventEntity,
  outboxEntity,
  readRecordEntity,
  settingEntity,
  streamRecordEntity,
  supplementPageEntity,
  templateEntity,
];

/** Oldest first; a released migration never changes. */
export const stationMigrations: readonly MigrationClass[] = [FirstTables1763942400000, Process1764200000000];
