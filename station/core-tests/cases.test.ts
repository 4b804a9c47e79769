import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventEnvelope } from '../../domain/log/event-envelope.ts';
import { CoreFixture } from '../testing/core-fixture.ts';
import { fillDraft } from '../testing/demo-household.ts';
import { tinyPng } from '../testing/tiny-png.ts';

let fixture: CoreFixture;
let caseId: string;
let caseCode: string;
const must: CoreFixture['must'] = (...values) => fixture.must(...values);
const dossier = async (who: 'clerk' | 'reviewer' = 'clerk') =>
  (await must(who, 'case.dossier', { caseId, purpose: 'handling' })).dossier;

beforeEach(async () => {
  fixture = await CoreFixture.open();
  await fixture.login('clerk');
  await fixture.login('reviewer');
  const draftId = await fillDraft((name, input, binary) => must('clerk', name, input, binary), '2026-03-10');
  ({ caseId, caseCode } = await must('clerk', 'application.submit', { draftId }));
});
afterEach(async () => {
  expect(fixture.logged).toEqual([]);
  await fixture.close();
});

/** Gives another history for the stream, as somebody with access to the disk could. */
function tamper(change: (events: EventEnvelope[]) => EventEnvelope[]): void {
  const { store } = fixture;
  const stream = store.read.stream.bind(store.read);
  store.read.stream = async (id) => change(await stream(id));
  const write = store.write.bind(store);
  store.write = (work) => write((tx) => work({ ...tx, stream: async (id) => change(await tx.stream(id)) }));
}

describe('a case', () => {
  it('is listed with what is due, found by name, number and code', async () => {
    for (const search of ['', '张示例', '示例', caseCode, ' ']) {
      const { cases, counts } = await must('reviewer', 'case.list', { step: null, search });
      expect(
        cases.map((c) => c.id),
        search,
      ).toEqual([caseId]);
      expect(counts).toEqual({ SUBMITTED: 1 });
    }
    expect((await must('reviewer', 'case.list', { step: 'ACCEPTED', search: '' })).cases).toEqual([]);
    const [summary] = (await must('reviewer', 'case.list', { step: null, search: '' })).cases;
    expect(JSON.stringify(summary)).not.toContain('19800101');
  });

  it('is accepted by the reviewer, not twice, and never by who entered it', async () => {
    const { summary } = await must('reviewer', 'case.accept', { caseId });
    expect(summary).toMatchObject({ step: 'ACCEPTED', due: '2026-03-12', dueKind: 'survey' });
    expect(await fixture.refused('reviewer', 'case.accept', { caseId })).toEqual({
      code: 'case.wrongStep',
      data: { step: 'ACCEPTED' },
    });
    expect(await fixture.store.read.outboxOfCase(caseId)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          kind: 'events',
          item: expect.objectContaining({ command: { type: 'accept' } }),
        }),
      ]),
    );
  });

  it('tells how much of its time is used, by the calendar of the station', async () => {
    expect((await dossier()).clock).toBeNull();
    await must('reviewer', 'case.accept', { caseId });
    fixture.clock.now = new Date('2026-03-16T02:00:00.000Z');
    const used = { usedWorkingDays: 4, totalWorkingDays: 15, extended: false, pausedSince: null };
    await fixture.login('clerk');
    expect((await dossier()).clock).toEqual({ ...used, leftWorkingDays: 11 });
    const year = fixture.ports.calendar['2026']!;
    const newer = { ...fixture.ports.calendar, 2026: { ...year, off: [...year.off, '2026-03-12'] } };
    fixture.ports.calendar = newer;
    expect((await dossier()).clock).toEqual({ ...used, usedWorkingDays: 3, leftWorkingDays: 12 });
    expect((await must('clerk', 'system.status', {})).calendar).toEqual(newer);
  });

  it('writes down every look with its purpose', async () => {
    await dossier();
    await must('reviewer', 'case.dossier', { caseId, purpose: 'supervision' });
    const [page] = (await dossier()).documents[0]!.pages;
    await must('reviewer', 'case.readPage', { caseId, digest: page!.digest });
    const records = await fixture.store.read.readRecords(caseId);
    expect(records.map((r) => [r.purpose, r.what.split(' ')[0]])).toEqual([
      ['handling', 'dossier'],
      ['supervision', 'dossier'],
      ['handling', 'dossier'],
      ['supervision', 'page'],
    ]);
  });

  it('opens its own pages only, also those that lie with the district', async () => {
    const { documents, signatures } = await dossier();
    const [page] = documents[0]!.pages;
    expect(page!.uploaded).toBe(false);
    const { files } = fixture.vault.opened();
    const bytes = (await files.get(page!.digest))!;
    const foreign = await files.put(tinyPng(4242));
    expect(await fixture.refused('clerk', 'case.readPage', { caseId, digest: foreign.digest })).toMatchObject(
      { code: 'page.notFound' },
    );
    await must('clerk', 'case.readPage', { caseId, digest: signatures[0]!.imageDigest });
    await files.remove(page!.digest);
    const open = () => fixture.call('clerk', 'case.readPage', { caseId, digest: page!.digest });
    expect(await open()).toMatchObject({ failure: { code: 'page.notFound' } });
    fixture.district.broken = { code: 'district.unreachable' };
    expect(await open()).toMatchObject({ failure: { code: 'district.unreachable' } });
    fixture.district.broken = null;
    fixture.district.stored.set(page!.digest, tinyPng(666));
    expect(await open()).toMatchObject({ failure: { code: 'page.damaged' } });
    fixture.district.stored.set(page!.digest, bytes);
    expect(await open()).toMatchObject({ ok: true, binary: new Uint8Array(bytes) });
    expect(await files.has(page!.digest)).toBe(true);
  });

  it('shows where its record was changed, and lets nothing be decided on it', async () => {
    tamper((events) =>
      events.map((e) => (e.version === 3 ? { ...e, stationTime: '2026-03-09T02:00:00.000Z' } : e)),
    );
    expect(await fixture.refused('reviewer', 'case.accept', { caseId })).toEqual({
      code: 'case.tampered',
      data: { version: 3 },
    });
    expect(await fixture.refused('clerk', 'case.receipt', { caseId })).toMatchObject({
      code: 'case.tampered',
    });
  });

  it('shows the version of the first broken link in its dossier', async () => {
    const { events } = await dossier();
    const last = events.length;
    tamper((all) => all.map((e) => (e.version === last ? { ...e, digest: 'f'.repeat(64) } : e)));
    const failure = await fixture.call('clerk', 'case.dossier', { caseId, purpose: 'handling' });
    // Without the application, which the last event holds, there is nothing whole to show.
    expect(failure).toMatchObject({ failure: { code: 'case.tampered', data: { version: last } } });
  });

  it('shows a dossier with a broken later event, marked', async () => {
    await must('reviewer', 'case.accept', { caseId });
    const last = (await dossier()).events.length;
    tamper((all) => all.map((e) => (e.version === last ? { ...e, data: { acceptedOn: '2026-03-01' } } : e)));
    expect(await dossier()).toMatchObject({
      brokenAt: last,
      application: { members: [{ name: '张示例' }, {}] },
    });
  });

  it('goes through one supplement notice and back', async () => {
    const items = [{ slot: 'diagnosis', memberId: null, note: '示例：请补交诊断证明' }];
    const notice = { caseId, items, limit: '2026-03-20', reason: null };
    expect(
      await fixture.refused('reviewer', 'case.issueSupplement', { ...notice, limit: '2026-03-10' }),
    ).toMatchObject({ code: 'supplement.limitPast' });
    expect((await must('reviewer', 'case.issueSupplement', notice)).summary).toMatchObject({
      step: 'SUPPLEMENT',
      due: '2026-03-20',
      dueKind: 'supplement',
    });
    expect(await fixture.refused('clerk', 'case.provideSupplement', { caseId })).toEqual({
      code: 'supplement.itemsMissing',
      data: { slots: ['diagnosis'] },
    });
    const page = {
      caseId,
      slot: 'diagnosis',
      memberId: null,
      mime: 'image/png' as const,
      width: 1,
      height: 1,
      source: 'file' as const,
    };
    await must('clerk', 'case.addSupplementPage', page, tinyPng(31));
    await must('clerk', 'case.addSupplementPage', page, tinyPng(32));
    expect((await dossier()).supplementPages).toEqual([{ slot: 'diagnosis', memberId: null, pages: 2 }]);
    const provided = await must('clerk', 'case.provideSupplement', { caseId });
    expect(provided.summary).toMatchObject({ step: 'SUBMITTED', dueKind: 'accept' });
    const after = await dossier();
    expect(after.supplementPages).toEqual([]);
    expect(after.documents.at(-1)).toMatchObject({ slot: 'diagnosis', pages: [{}, {}] });
    expect(await fixture.refused('reviewer', 'case.issueSupplement', notice)).toMatchObject({
      code: 'supplement.alreadyIssued',
    });
    expect(await fixture.refused('clerk', 'case.addSupplementPage', page, tinyPng(33))).toMatchObject({
      code: 'case.wrongStep',
    });
  });

  it('is another town’s business only for the district', async () => {
    const { store } = fixture;
    const row = store.read.caseRow.bind(store.read);
    const other = (area: string) => async (id: string) => {
      const found = await row(id);
      return found ? { ...found, townCode: area } : null;
    };
    store.read.caseRow = other('500107002');
    const write = store.write.bind(store);
    store.write = (work) => write((tx) => work({ ...tx, caseRow: other('500107002') }));
    for (const name of ['case.accept', 'case.receipt', 'case.printReceipt'] as const) {
      expect(
        await fixture.refused('reviewer', name, { caseId }).catch((e: Error) => e.message),
      ).toMatchObject({ code: 'case.notYourArea' });
    }
    await fixture.login('head');
    await must('head', 'case.dossier', { caseId, purpose: 'supervision' });
  });

  it('prints and gives a receipt without a whole ID number', async () => {
    const answer = await fixture.call('clerk', 'case.receipt', { caseId });
    expect(answer).toMatchObject({ output: { fileName: `${caseCode}.pdf`, acceptBy: '2026-03-12' } });
    const text = new TextDecoder().decode(answer.ok ? answer.binary : undefined);
    expect(JSON.parse(text)).toMatchObject({
      caseCode,
      townName: '杨家坪街道',
      kindTitle: '最低生活保障',
      clerkName: '示例clerk',
      documents: [
        { title: '身份证（张示例）', pages: 1 },
        { title: '身份证（张示范）', pages: 1 },
        { title: '户口簿', pages: 1 },
      ],
    });
    expect(text).not.toContain('19800101');
    expect(await must('clerk', 'case.printReceipt', { caseId })).toEqual({ printer: '示例打印机' });
  });

  it('tells the resident its way by code and last four characters, and stops guessing', async () => {
    const { application } = await dossier();
    const idLast4 = application.members[0]!.idNumber.slice(-4);
    const { progress } = await must('kiosk', 'case.progress', { caseCode: caseCode.toLowerCase(), idLast4 });
    expect(progress).toMatchObject({
      applicantName: '张**',
      steps: [
        { name: 'submitted', state: 'done', on: '2026-03-10' },
        { name: 'accepted', state: 'current', due: '2026-03-12' },
        {},
        {},
        {},
        {},
        {},
      ],
    });
    expect(await fixture.refused('kiosk', 'case.progress', { caseCode, idLast4: '' })).toMatchObject({
      code: 'case.notFound',
    });
    for (let i = 0; i < 9; i += 1)
      await fixture.refused('kiosk', 'case.progress', { caseCode, idLast4: '0000' });
    expect(await fixture.refused('kiosk', 'case.progress', { caseCode, idLast4 })).toMatchObject({
      code: 'case.notFound',
    });
    fixture.clock.now = new Date(fixture.clock.now.getTime() + 601_000);
    await must('kiosk', 'case.progress', { caseCode, idLast4 });
  });
});
