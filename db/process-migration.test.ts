import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FieldCrypto } from './field-crypto.ts';
import { migrate } from './migrate.ts';
import { FirstTables1763942400000 } from './migrations/0001-first-tables.ts';
import { demoCase, demoEvent, demoIdNumber, demoRecord, newId } from './testing/demo-records.ts';
import { inFolder, openTestSource, openTestStore, testKeys } from './testing/station-fixture.ts';

const crypto = new FieldCrypto(testKeys);
const caseColumns = `seq, id, kind, step, case_code, case_no, district_code, town_code, village_code, household_size,
  submitted_on, due, due_kind, due_order, version, applicant_name, applicant_id_number, id_index, pinyin, initials`;

/** A database as the first release wrote it, with a case, its event and a waiting command of before stream types. */
async function firstRelease(folder: string) {
  const row = demoCase();
  const event = demoEvent(row.id, 1);
  const outboxId = newId();
  const { id, caseCode, applicantName, applicantIdNumber } = row;
  const command = { type: 'withdraw', reason: '示例' };
  const { actor, stationTime } = event;
  const who = { actor, stationTime, events: [event] };
  const item = { commandId: outboxId, streamId: id, expectedVersion: 0, command, ...who };
  const seal = (table: string, column: string, rowId: string, value: string) =>
    crypto.seal({ table, column, row: rowId }, Buffer.from(value, 'utf8'));
  const source = await openTestSource(folder, [FirstTables1763942400000]);
  await migrate(source, { backup: null, now: new Date() });
  await source.query(
    `INSERT INTO cases (${caseColumns}) VALUES
      (1, ?, 'dibao', 'SUBMITTED', ?, NULL, '500107', ?, ?, 3, '2026-07-01', '2026-07-03', 'accept', '2026-07-03', 1,
       ?, ?, ?, 'zhangshili', 'zsl')`,
    [
      ...[id, caseCode, row.townCode, row.villageCode],
      seal('cases', 'applicant_name', id, applicantName),
      seal('cases', 'applicant_id_number', id, applicantIdNumber),
      crypto.blind('cases.applicantIdNumber', applicantIdNumber),
    ],
  );
  await source.query('INSERT INTO events (id, stream_id, version, type, digest, body) VALUES (?,?,?,?,?,?)', [
    ...[event.id, id, 1, event.type, event.digest],
    seal('events', 'body', event.id, JSON.stringify(event)),
  ]);
  await source.query(
    `INSERT INTO outbox (id, kind, case_id, state, attempts, not_before, created_at, payload)
      VALUES (?, 'events', ?, 'local', 0, ?, ?, ?)`,
    [
      ...[outboxId, id, event.stationTime, event.stationTime],
      seal('outbox', 'payload', outboxId, JSON.stringify({ item, file: null })),
    ],
  );
  await source.destroy();
  return { row, event, outboxId, item };
}

it('takes a database of the first release forward: rows stay, and are filled when they are next written', () =>
  inFolder(async (folder) => {
    const before = await firstRelease(folder);
    const { row } = before;
    const store = await openTestStore(folder);
    expect(await readdir(join(folder, 'backups'))).toHaveLength(1);
    const old = { ...row, history: [], people: [] };
    expect(await store.read.caseRow(row.id)).toEqual(old);
    expect(await store.read.stream(row.id)).toEqual([before.event]);
    expect((await store.read.outboxRow(before.outboxId))?.item).toMatchObject(before.item);
    // Somebody named as applicant only is found as a member of the household, too.
    expect(await store.read.openCasesOfPerson(demoIdNumber)).toEqual([old]);

    const child = { personId: newId(), idNumber: '500107201801010035' };
    await store.write((tx) => tx.saveCaseRow({ ...row, people: [child] }));
    expect((await store.read.caseRow(row.id))?.history).toEqual(row.history);
    expect(await store.read.openCasesOfPerson(child.idNumber)).toHaveLength(1);
    const record = demoRecord();
    await store.write((tx) => tx.saveRecord(record));
    expect(await store.read.record(record.id)).toEqual(record);
    await store.close();
  }));
