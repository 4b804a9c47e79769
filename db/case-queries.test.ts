import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseRow } from '../core/ports/store.ts';
import { closedSteps } from '../domain/process/steps.ts';
import type { SqliteStore } from './sqlite-store.ts';
import { demoCase, demoRecord, newId } from './testing/demo-records.ts';
import { openTestStore } from './testing/station-fixture.ts';

let folder: string;
let store: SqliteStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nc-queries-'));
  store = await openTestStore(folder);
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const district = { areaCode: '500107', steps: null, search: '', offset: 0, limit: 10 };
const save = (rows: readonly CaseRow[]) =>
  store.write(async (tx) => {
    for (const row of rows) await tx.saveCaseRow(row);
  });

describe('cases', () => {
  it('are narrowed by steps, claim, flag and kind, paged, and counted the same way', async () => {
    const mine = newId();
    const rows = [
      demoCase({ due: '2026-07-01', claimedBy: mine, flags: ['late', 'visit'] }),
      demoCase({ due: '2026-07-02', step: 'ACCEPTED', flags: ['late2'] }),
      demoCase({ due: '2026-07-03', step: 'SUPPLEMENT', kind: 'linshi', claimedBy: mine }),
      demoCase({ due: null, step: 'WITHDRAWN' }),
    ];
    await save([...rows].reverse());
    const ask = async (change: object) => {
      const found = (await store.read.cases({ ...district, ...change })).map((row) => row.id);
      const count = await store.read.countCases({ ...district, ...change });
      return { found: found.map((id) => rows.findIndex((row) => row.id === id)), count };
    };
    expect(await ask({})).toEqual({ found: [0, 1, 2, 3], count: 4 });
    expect(await ask({ steps: ['ACCEPTED', 'SUPPLEMENT'] })).toEqual({ found: [1, 2], count: 2 });
    expect(await ask({ steps: [] })).toEqual({ found: [], count: 0 });
    expect(await ask({ claimedBy: mine })).toEqual({ found: [0, 2], count: 2 });
    expect(await ask({ dueUntil: '2026-07-02' })).toEqual({ found: [0, 1], count: 2 });
    expect(await ask({ flag: 'late' })).toEqual({ found: [0], count: 1 });
    expect(await ask({ kind: 'linshi', steps: ['SUPPLEMENT'] })).toEqual({ found: [2], count: 1 });
    expect(await ask({ offset: 1, limit: 2 })).toEqual({ found: [1, 2], count: 4 });
    expect(await ask({ search: 'zhangshi', claimedBy: mine })).toEqual({ found: [0, 2], count: 2 });
    expect(await store.read.caseRow(rows[0]!.id)).toEqual(rows[0]);
  });

  it('give their timelines without anything about persons', async () => {
    const history: CaseRow['history'] = [
      ['submitted', '2026-07-01'],
      ['accepted', '2026-07-02'],
    ];
    const row = demoCase({ history, step: 'ACCEPTED', flags: ['visit'], nextVisitDue: '2027-01-01' });
    await save([row, demoCase({ townCode: '500107002', villageCode: '500107002001' })]);
    const { id, caseCode, kind, townCode, villageCode, submittedOn } = row;
    expect(await store.read.caseTimelines('500107001')).toEqual([
      {
        ...{ caseId: id, caseCode, kind, townCode, villageCode, step: 'ACCEPTED', history, submittedOn },
        ...{ claimedBy: null, flags: ['visit'], nextVisitDue: '2027-01-01' },
      },
    ]);
    expect(await store.read.caseTimelines('500107')).toHaveLength(2);
    expect(await store.read.caseTimelines('500107002001')).toHaveLength(1);
  });

  it('are found by any member while open, and no longer by one who has left the household', async () => {
    const member = { personId: newId(), idNumber: '50010719850101002X' };
    const unnumbered = { personId: newId(), idNumber: '' };
    const closed = closedSteps.map((step) => demoCase({ step: step as CaseRow['step'], people: [member] }));
    const open = demoCase({ people: [member, unnumbered] });
    await save([...closed, open]);
    const found = async (number: string) => (await store.read.openCasesOfPerson(number)).map((row) => row.id);
    expect(await found('50010719850101002x')).toEqual([open.id]);
    expect(await found('')).toEqual([]);
    expect(await store.read.openCasesOf(member.idNumber)).toEqual([]);
    await save([{ ...open, people: [unnumbered] }]);
    expect(await found(member.idNumber)).toEqual([]);
  });
});

describe('records', () => {
  const all = { streamType: 'alert' as const, steps: null, ownerId: null, confidential: true };
  const page = { offset: 0, limit: 10 };

  it('come by type, area, step and owner, due first; confidential ones only when asked for', async () => {
    const owner = newId();
    const rows = [
      demoRecord({ due: '2026-07-01', ownerId: owner }),
      demoRecord({ due: '2026-07-02', areaCode: '500107001', step: 'ASSIGNED' }),
      demoRecord({ due: '2026-07-03', confidential: true }),
      demoRecord({ due: null, areaCode: '500107' }),
      demoRecord({ due: '2026-06-01', streamType: 'ticket' }),
    ];
    await store.write(async (tx) => {
      for (const row of [...rows].reverse()) await tx.saveRecord(row);
    });
    const ask = async (areaCode: string, change: object = {}) =>
      (await store.read.records({ ...all, ...page, areaCode, ...change })).map((row) =>
        rows.findIndex(({ id }) => id === row.id),
      );
    expect(await ask('500107')).toEqual([0, 1, 2, 3]);
    expect(await ask('500107001')).toEqual([0, 1, 2]);
    expect(await ask('500107001001')).toEqual([0, 2]);
    expect(await ask('500107002')).toEqual([]);
    expect(await ask('500107', { confidential: false })).toEqual([0, 1, 3]);
    expect(await ask('500107', { steps: ['ASSIGNED', 'DONE'] })).toEqual([1]);
    expect(await ask('500107', { steps: [] })).toEqual([]);
    expect(await ask('500107', { ownerId: owner })).toEqual([0]);
    expect(await ask('500107', { offset: 1, limit: 2 })).toEqual([1, 2]);
    expect(await ask('500107', { streamType: 'ticket' })).toEqual([4]);
    expect(await store.read.recordCounts('alert', '500107', false)).toEqual({ OPEN: 2, ASSIGNED: 1 });
    expect(await store.read.recordCounts('alert', '500107001001', true)).toEqual({ OPEN: 2 });
  });

  it('are replaced by a later save, body and place with them', async () => {
    const row = demoRecord();
    const later = { ...row, step: 'DONE', areaCode: '500107002001', version: 2, body: { done: true } };
    await store.write((tx) => tx.saveRecord(row));
    await store.write((tx) => tx.saveRecord(later));
    expect(await store.read.record(row.id)).toEqual(later);
    expect(await store.read.records({ ...all, ...page, areaCode: '500107001' })).toEqual([]);
    expect(await store.read.record(newId())).toBeNull();
  });
});
