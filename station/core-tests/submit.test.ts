import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { firstBrokenLink } from '../../domain/log/chain.ts';
import { CoreFixture } from '../testing/core-fixture.ts';
import { demoSections, fillDraft } from '../testing/demo-household.ts';

const day = '2026-03-10';
let fixture: CoreFixture;
const fill = (order = 1) =>
  fillDraft((name, input, binary) => fixture.must('clerk', name, input, binary), day, order);

beforeEach(async () => {
  fixture = await CoreFixture.open();
  await fixture.login('clerk');
});
afterEach(() => fixture.close());

describe('application.submit', () => {
  it('makes a case of a whole draft: events, read model, outbox and closed draft', async () => {
    const draftId = await fill();
    const { caseId, caseCode, acceptBy } = await fixture.must('clerk', 'application.submit', { draftId });
    expect(caseCode).toMatch(/^JLP-001-20260310-[2-9A-Z]{4}01$/);
    expect(acceptBy).toBe('2026-03-12');
    const { read } = fixture.store;
    const stream = await read.stream(caseId);
    expect(firstBrokenLink(stream, fixture.ports.sha256Text)).toBeNull();
    expect(stream.map((event) => event.type)).toEqual(
      expect.arrayContaining([
        'case.opened',
        'authorization.signed',
        'document.archived',
        'application.submitted',
      ]),
    );
    expect(stream.map((event) => event.counter)).toEqual(stream.map((_, index) => index + 1));
    const rows = await read.outboxOfCase(caseId);
    expect(rows.filter((row) => row.kind === 'events')).toHaveLength(1);
    const digests = rows.flatMap((row) => row.file?.digest ?? []);
    const { evidence } = (await read.draft(draftId))!;
    const wanted = [...evidence.pages.map((p) => p.digest), ...evidence.signatures.map((s) => s.imageDigest)];
    expect(new Set(digests)).toEqual(new Set(wanted));
    expect(digests).toHaveLength(new Set(digests).size);
    expect((await fixture.must('clerk', 'draft.list', {})).drafts).toEqual([]);
    expect(await fixture.refused('clerk', 'application.submit', { draftId })).toMatchObject({
      code: 'draft.submitted',
    });
    expect(await fixture.store.write((tx) => tx.deleteTemplates(evidence.consent!.id))).toBe(0);
    const dossier = (await fixture.must('clerk', 'case.dossier', { caseId, purpose: 'handling' })).dossier;
    expect(dossier).toMatchObject({ brokenAt: null, enteredByName: '示例clerk', townCode: '500107001' });
    expect(dossier.summary).toMatchObject({
      step: 'SUBMITTED',
      due: '2026-03-12',
      dueKind: 'accept',
      sync: 'local',
    });
    expect(fixture.logged).toEqual([]);
  });

  it('names what is missing and keeps the draft open', async () => {
    const { draft } = await fixture.must('clerk', 'draft.create', { kind: 'dibao' });
    const failure = await fixture.refused('clerk', 'application.submit', { draftId: draft.id });
    expect(failure).toMatchObject({ code: 'draft.incomplete' });
    expect(failure.data).toMatchObject({ missing: expect.arrayContaining(['identity:identity.missing']) });
    expect((await fixture.must('clerk', 'draft.list', {})).drafts).toHaveLength(1);
  });

  it('stops the same application while one is open', async () => {
    const first = await fixture.must('clerk', 'application.submit', { draftId: await fill() });
    const failure = await fixture.refused('clerk', 'application.submit', { draftId: await fill() });
    expect(failure).toEqual({ code: 'case.duplicate', data: { caseCode: first.caseCode } });
    await fixture.must('clerk', 'application.submit', { draftId: await fill(2) });
  });

  it('answers a date of an unpublished year as such, and files the case all the same', async () => {
    fixture.clock.now = new Date('2026-12-31T02:00:00.000Z');
    await fixture.login('clerk');
    const submitted = await fixture.must('clerk', 'application.submit', { draftId: await fill() });
    expect(submitted.acceptBy).toBe('calendar.unpublished');
    const list = await fixture.must('clerk', 'case.list', { step: null, search: '' });
    expect(list.cases[0]?.due).toBe('calendar.unpublished');
  });

  it.each(['appendEvents', 'saveCaseRow', 'saveOutbox', 'saveDraft', 'nextCounter'] as const)(
    'keeps nothing at all when %s fails half-way',
    async (method) => {
      const draftId = await fill();
      const { store } = fixture;
      const write = store.write.bind(store);
      const calls = { left: method === 'saveOutbox' ? 3 : 1 };
      store.write = (work) =>
        write((tx) =>
          work({
            ...tx,
            [method]: async (...values: never[]) => {
              calls.left -= 1;
              if (calls.left === 0) throw new Error('injected');
              return (tx[method] as (...v: never[]) => Promise<unknown>)(...values);
            },
          }),
        );
      const before = await snapshot();
      expect(await fixture.refused('clerk', 'application.submit', { draftId })).toMatchObject({
        code: 'internal',
      });
      store.write = write;
      expect(await snapshot()).toEqual(before);
      // The same draft can be submitted afterwards, and the chain's counter has no gap.
      const { caseId } = await fixture.must('clerk', 'application.submit', { draftId });
      expect((await store.read.stream(caseId))[0]?.counter).toBe(1);
    },
  );

  it('keeps the face template out of events and queue', async () => {
    const { caseId } = await fixture.must('clerk', 'application.submit', { draftId: await fill() });
    const { read } = fixture.store;
    const text = JSON.stringify([await read.stream(caseId), await read.outboxOfCase(caseId)]);
    expect(text).toContain('"score":1');
    // A template is 2,048 bytes: neither a list of 512 numbers nor its base64 may appear anywhere.
    expect(text).not.toMatch(/template|embedding|descriptor/i);
    expect(text).not.toMatch(/(-?\d+(\.\d+)?(e-?\d+)?,){100}/);
    expect(text).not.toMatch(/[A-Za-z0-9+/]{500}/);
  });
});

async function snapshot() {
  const { read } = fixture.store;
  const [identity] = [demoSections().identity];
  return {
    cases: await read.cases({ areaCode: '500107', steps: null, offset: 0, search: '', limit: 10 }),
    open: await read.openCasesOf(identity?.idNumber ?? ''),
    outbox: await read.outbox(null),
    drafts: await read.openDrafts((await read.account('clerk'))!.account.id),
  };
}
