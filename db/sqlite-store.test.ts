import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  demoAccount,
  demoCase,
  demoDraft,
  demoEvent,
  demoFileOutbox,
  newId,
} from './testing/demo-records.ts';
import { deriveKeys } from './keys.ts';
import { openStore, type SqliteStore } from './sqlite-store.ts';
import { EventConflict } from './store-errors.ts';

const keys = deriveKeys(Buffer.alloc(32, 7));
let folder: string;
let store: SqliteStore;

const reopen = async (): Promise<void> => {
  store = await openStore({
    file: join(folder, 'station.db'),
    backups: join(folder, 'backups'),
    keys,
    now: new Date('2026-07-01T00:00:00Z'),
  });
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nc-store-'));
  await reopen();
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

describe('drafts', () => {
  it('come back whole after reopening, and closed ones leave the list', async () => {
    const draft = demoDraft();
    const later = demoDraft({ ownerId: draft.ownerId, updatedAt: '2026-07-02T02:00:00.000Z' });
    const done = demoDraft({ ownerId: draft.ownerId, caseId: newId() });
    await store.write(async (tx) => {
      for (const each of [draft, later, done]) await tx.saveDraft(each);
    });
    await store.close();
    await reopen();
    expect(await store.read.draft(draft.id)).toEqual(draft);
    expect(await store.read.openDrafts(draft.ownerId)).toEqual([later, draft]);
    await store.write((tx) => tx.saveDraft({ ...draft, revision: 2 }));
    expect((await store.read.draft(draft.id))?.revision).toBe(2);
    await store.write((tx) => tx.deleteDraft(draft.id));
    expect(await store.read.draft(draft.id)).toBeNull();
  });
});

describe('events', () => {
  it('come back in order, and a version is taken once', async () => {
    const stream = newId();
    const events = Array.from({ length: 230 }, (_, i) => demoEvent(stream, i + 1));
    await store.write((tx) => tx.appendEvents(events));
    expect(await store.read.stream(stream)).toEqual(events);
    await expect(store.write((tx) => tx.appendEvents([demoEvent(stream, 230)]))).rejects.toThrow(
      EventConflict,
    );
    await expect(
      store.write((tx) => tx.appendEvents([demoEvent(newId(), 1, { id: events[0]!.id })])),
    ).rejects.toThrow(EventConflict);
    await store.write(async (tx) => {
      await tx.dropEventsFrom(stream, 3);
      await tx.appendEvents([demoEvent(stream, 3)]);
    });
    expect(await store.read.stream(stream)).toHaveLength(3);
  });

  it('keep nothing of a transaction whose caller swallowed the conflict', async () => {
    const stream = newId();
    const draft = demoDraft();
    await store.write((tx) => tx.appendEvents([demoEvent(stream, 1)]));
    const write = store.write(async (tx) => {
      await tx.saveDraft(draft);
      await tx.appendEvents([demoEvent(stream, 1)]).catch(() => undefined);
    });
    await expect(write).rejects.toThrow(EventConflict);
    expect(await store.read.draft(draft.id)).toBeNull();
  });
});

describe('cases', () => {
  const area = { areaCode: '500107001', steps: null, offset: 0, limit: 50 };
  const found = async (search: string): Promise<string[]> =>
    (await store.read.cases({ ...area, search })).map((row) => row.applicantName);

  it('are found by name, pinyin, initials, whole ID number, code and number', async () => {
    const names = ['张示例', '张示', '示张', '欧阳示范', '单示例', '𬭸示䶮', '阿卜杜拉·示例'];
    await store.write(async (tx) => {
      for (const [i, applicantName] of names.entries()) {
        await tx.saveCaseRow(demoCase({ applicantName, caseCode: `C-${i}`, due: `2026-07-1${i}` }));
      }
      await tx.saveCaseRow(
        demoCase({ applicantName: '别示处', applicantIdNumber: '500107198001010035', caseNo: 'N77' }),
      );
    });
    expect(await found('张示')).toEqual(['张示例', '张示']);
    expect(await found('示张')).toEqual(['示张']);
    expect(await found('𬭸示')).toEqual(['𬭸示䶮']);
    expect(await found('阿卜杜拉示例')).toEqual(['阿卜杜拉·示例']);
    expect(await found('zhangshi')).toEqual(['张示例', '张示']);
    expect(await found('shan sl')).toEqual([]);
    expect(await found('shanshi')).toEqual(['单示例']);
    expect(await found('oysf')).toEqual(['欧阳示范']);
    expect(await found('500107198001010035')).toEqual(['别示处']);
    expect(await found('5001071980')).toEqual([]);
    expect(await found('C-3')).toEqual(['欧阳示范']);
    expect(await found('N77')).toEqual(['别示处']);
    expect(await found('" OR *')).toEqual([]);
    expect(await found('  ')).toHaveLength(8);
  });

  it('follow a changed name, and the old one is gone from the index', async () => {
    const row = demoCase();
    await store.write((tx) => tx.saveCaseRow(row));
    await store.write((tx) => tx.saveCaseRow({ ...row, applicantName: '李示范' }));
    expect(await found('张示例')).toEqual([]);
    expect(await found('李示')).toEqual(['李示范']);
    expect(await store.read.caseRow(row.id)).toEqual({ ...row, applicantName: '李示范' });
    expect((await store.read.caseByCode(row.caseCode))?.id).toBe(row.id);
  });

  it('come by area, due first, without a date last', async () => {
    const dues = [null, '2026-07-09', 'calendar.unpublished', '2026-07-02'];
    await store.write(async (tx) => {
      for (const due of dues) await tx.saveCaseRow(demoCase({ due }));
      await tx.saveCaseRow(
        demoCase({ townCode: '500107002', villageCode: '500107002001', step: 'ACCEPTED' }),
      );
    });
    const all = { steps: null, search: '', offset: 0, limit: 10 };
    const order = (await store.read.cases({ ...all, areaCode: '500107001' })).map((row) => row.due);
    expect(order).toEqual(['2026-07-02', '2026-07-09', 'calendar.unpublished', null]);
    expect(await store.read.cases({ ...all, areaCode: '500107' })).toHaveLength(5);
    expect(await store.read.cases({ ...all, areaCode: '500107002001' })).toHaveLength(1);
    expect(await store.read.cases({ ...all, areaCode: '500107', steps: ['ACCEPTED'] })).toHaveLength(1);
    expect(await store.read.cases({ ...all, areaCode: '500107', limit: 2 })).toHaveLength(2);
    expect(await store.read.caseCounts('500107')).toEqual({ SUBMITTED: 4, ACCEPTED: 1 });
    expect(await store.read.caseCounts('500107001')).toEqual({ SUBMITTED: 4 });
  });

  it('stop a second application of the same person only while one is open', async () => {
    const open = demoCase();
    await store.write(async (tx) => {
      await tx.saveCaseRow(open);
      await tx.saveCaseRow(demoCase({ step: 'WITHDRAWN' }));
      await tx.saveCaseRow(demoCase({ applicantIdNumber: '500107198001010035' }));
    });
    expect(await store.read.openCasesOf(open.applicantIdNumber.toLowerCase())).toEqual([open]);
  });
});

describe('outbox', () => {
  it('gives what is due in the order of entry', async () => {
    const rows = [
      demoFileOutbox(),
      demoFileOutbox({ notBefore: '2026-07-01T03:00:00.000Z' }),
      demoFileOutbox({ state: 'sending' }),
      demoFileOutbox({ state: 'attention' }),
      demoFileOutbox({ state: 'acknowledged' }),
    ];
    await store.write(async (tx) => {
      for (const row of rows) await tx.saveOutbox(row);
      await tx.saveOutbox({ ...rows[0]!, attempts: 1 });
    });
    const due = await store.read.outboxDue('file', '2026-07-01T02:30:00.000Z', 10);
    expect(due).toEqual([{ ...rows[0], attempts: 1 }, rows[2]]);
    expect(await store.read.outboxDue('file', '2026-07-01T09:00:00.000Z', 1)).toHaveLength(1);
    expect(await store.read.outboxDue('events', '2026-07-01T09:00:00.000Z', 9)).toEqual([]);
    expect(await store.read.outbox('attention')).toEqual([rows[3]]);
    expect(await store.read.outbox(null)).toHaveLength(5);
    expect(await store.read.outboxOfCase(rows[1]!.caseId)).toEqual([rows[1]]);
    await store.write((tx) => tx.deleteOutbox(rows[1]!.id));
    expect(await store.read.outboxRow(rows[1]!.id)).toBeNull();
  });
});

describe('accounts, settings, counters, pages, reads, templates', () => {
  it('keep accounts by name and id', async () => {
    const row = demoAccount('clerk-demo');
    await store.write((tx) => tx.saveAccount(row));
    await store.write((tx) => tx.saveAccount({ ...row, failedAttempts: 2 }));
    expect(await store.read.account('clerk-demo')).toEqual({ ...row, failedAttempts: 2 });
    expect(await store.read.accountById(row.account.id)).toEqual({ ...row, failedAttempts: 2 });
    expect(await store.read.account('clerk')).toBeNull();
    const other = demoAccount('other-demo');
    await store.write((tx) => tx.saveAccount(other));
    expect(await store.read.accounts()).toEqual([row.account, other.account]);
  });

  it('count without gaps or repeats, and across a restart', async () => {
    expect(await store.write((tx) => tx.nextCounter(3))).toBe(1);
    expect(await store.write((tx) => tx.nextCounter(1))).toBe(4);
    await expect(store.write((tx) => tx.nextCounter(0))).rejects.toThrow(RangeError);
    await store.close();
    await reopen();
    expect(await store.write((tx) => tx.nextCounter(2))).toBe(5);
    expect(await store.write((tx) => tx.nextCaseSerial('2026-07-01'))).toBe(1);
    expect(await store.write((tx) => tx.nextCaseSerial('2026-07-01'))).toBe(2);
    expect(await store.write((tx) => tx.nextCaseSerial('2026-07-02'))).toBe(1);
  });

  it('keep settings, supplement pages, read records and templates', async () => {
    const caseId = newId();
    const page = {
      ...{ id: newId(), digest: 'c'.repeat(64), mime: 'image/png' as const, bytes: 9, width: 1, height: 1 },
      ...{ source: 'file' as const, capturedAt: '2026-07-01T02:00:00.000Z', warnings: [] },
      ...{ slot: 'idCard', memberId: null, order: 0 },
    };
    const record = {
      at: '2026-07-01T02:00:00.000Z',
      accountId: newId(),
      caseId,
      purpose: '审核',
      what: 'dossier',
    };
    await store.write(async (tx) => {
      await tx.setSetting('device', 'one');
      await tx.setSetting('device', 'two');
      await tx.addSupplementPage({ caseId, page });
      await tx.addReadRecord(record);
      await tx.addReadRecord(record);
      await tx.saveTemplate('p1', 'consent', 'm', new Uint8Array(2048));
      await tx.saveTemplate('p1', 'consent', 'm', new Uint8Array(2048));
      await tx.saveTemplate('p2', 'consent', 'm', new Uint8Array(2048));
    });
    expect(await store.read.setting('device')).toBe('two');
    expect(await store.read.setting('none')).toBeNull();
    expect(await store.read.supplementPages(caseId)).toEqual([{ caseId, page }]);
    expect(await store.read.readRecords(caseId)).toEqual([record, record]);
    expect(await store.write((tx) => tx.deleteTemplates('consent'))).toBe(2);
    expect(await store.write((tx) => tx.deleteTemplates('consent'))).toBe(0);
    const other = { ...page, id: newId() };
    await store.write((tx) => tx.addSupplementPage({ caseId, page: other }));
    await store.write((tx) => tx.clearSupplementPages(caseId, [page.id]));
    expect(await store.read.supplementPages(caseId)).toEqual([{ caseId, page: other }]);
  });
});
