import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { expect, it } from 'vitest';
import { openDataSource } from '../../db/driver.ts';
import { migrate } from '../../db/migrate.ts';
import { onEachDatabase } from '../testing/databases.ts';
import { openDatabase, type DatabasePlace } from './database.ts';
import { CaseEntity, EventEntity } from './entities.ts';
import { DistrictInitial1764000000000 } from './migrations/1764000000000-initial.ts';
import { openPostgresSource } from './postgres.ts';

const first = [DistrictInitial1764000000000];
const openFirst = (place: DatabasePlace): Promise<DataSource> =>
  place.kind === 'embedded'
    ? openDataSource({ file: place.file, key: place.key, entities: [], migrations: first })
    : openPostgresSource(place.url, [], first);

/** Two cases with two events each, as the first release wrote them. */
async function firstRelease(place: DatabasePlace) {
  const source = await openFirst(place);
  await migrate(source, { backup: null, now: new Date() });
  const cases = ['500107001001', '500107002003'].map((villageCode) => ({ id: randomUUID(), villageCode }));
  const events = cases.flatMap(({ id }, i) =>
    [1, 2].map((version) => ({ id: randomUUID(), streamId: id, version, sequence: i * 2 + version })),
  );
  for (const { id, villageCode } of cases) {
    const town = villageCode.slice(0, 9);
    await source.query(
      `INSERT INTO "cases" VALUES ('${id}', '示例〔2026〕${id.slice(0, 6)}号', 'JLP-${id.slice(0, 6)}', '${randomUUID()}',
        'dibao', '${town}', '${villageCode}', 'SUBMITTED', 2, 'digest', '2026-01-01T00:00:00.000Z')`,
    );
  }
  for (const { id, streamId, version, sequence } of events) {
    await source.query(
      `INSERT INTO "events" ("id", "streamId", "version", "sequence", "townCode", "type", "deviceId", "counter",
        "stationTime", "digest", "body") VALUES ('${id}', '${streamId}', ${version}, ${sequence}, '500107001', 'case.opened',
        'device', ${sequence}, '2026-01-01T00:00:00.000Z', 'digest-${sequence}', 'sealed-${sequence}')`,
    );
  }
  await source.query(`UPDATE "counters" SET "value" = 4 WHERE "name" = 'sequence'`);
  await source.destroy();
  return { cases, events };
}

onEachDatabase('a district of the first release', (newDatabase) => {
  it('keeps its events, which now lie in the village of their case, and takes events of other streams', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'nuanchuang-streams-'));
    const url = await newDatabase();
    const embedded = { kind: 'embedded' as const, file: join(folder, 'district.db'), key: randomBytes(32) };
    const place: DatabasePlace = url ? { kind: 'postgres', url } : embedded;
    const { cases, events } = await firstRelease(place);
    const database = await openDatabase(place);
    const rows = await database.read((tx) => tx.find(EventEntity, { order: { sequence: 'ASC' } }));
    expect(rows).toHaveLength(4);
    for (const [i, event] of events.entries()) {
      const areaCode = cases.find(({ id }) => id === event.streamId)?.villageCode;
      const lies = { areaCode, areaBefore: areaCode, streamType: 'case', confidential: 0 };
      const kept = { counter: i + 1, digest: `digest-${i + 1}`, body: `sealed-${i + 1}`, deviceId: 'device' };
      expect(rows[i]).toMatchObject({ ...event, ...lies, ...kept });
    }
    expect(await database.read((tx) => tx.count(CaseEntity))).toBe(2);
    const alert = { ...rows[0]!, id: randomUUID(), streamId: randomUUID(), streamType: 'alert', sequence: 5 };
    await database.write((tx) => tx.insert(EventEntity, alert));
    // One event of a version, one of a sequence: kept over the move.
    const again = { ...alert, id: randomUUID() };
    await expect(database.write((tx) => tx.insert(EventEntity, { ...again, sequence: 6 }))).rejects.toThrow();
    await expect(database.write((tx) => tx.insert(EventEntity, { ...again, version: 2 }))).rejects.toThrow();
    await database.close();
    await rm(folder, { recursive: true, force: true });
  });
});
