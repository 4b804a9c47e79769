import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { linkEvents } from '../../domain/log/chain.ts';
import { fail } from '../../domain/values/result.ts';
import { wordsOfPdf } from '../../devices/official-documents/testing-pdf.ts';
import { CoreFixture } from '../testing/core-fixture.ts';
import { fillDraft } from '../testing/demo-household.ts';

let fixture: CoreFixture;
let caseId: string;
let printed: { pdf: Uint8Array; title: string }[];
const must: CoreFixture['must'] = (...values) => fixture.must(...values);
const until = (check: () => Promise<unknown>) => vi.waitFor(check, { timeout: 20_000, interval: 20 });

beforeEach(async () => {
  printed = [];
  const print = async (pdf: Uint8Array, title: string) => {
    printed.push({ pdf, title });
    return { ok: true as const, value: '示例打印机' };
  };
  fixture = await CoreFixture.open((ports) => ({ ...ports, printer: { ...ports.printer, print } }));
  await fixture.login('clerk');
  await fixture.login('reviewer');
  const draftId = await fillDraft((name, input, binary) => must('clerk', name, input, binary), '2026-03-10');
  ({ caseId } = await must('clerk', 'application.submit', { draftId }));
});
afterEach(async () => {
  expect(fixture.logged).toEqual([]);
  await fixture.close();
});
const accept = () => must('reviewer', 'case.act', { caseId, command: { type: 'accept' } });
const acceptance = { document: 'acceptanceNotice' as const, about: 2 };
const processOf = async () => (await must('reviewer', 'case.process', { caseId })).process;
const types = async () => (await fixture.store.read.stream(caseId)).map(({ type }) => type).slice(-2);

describe('a paper', () => {
  it.each(['case.act', 'case.accept'] as const)('comes with the step that leads to it (%s)', async (door) => {
    if (door === 'case.act') await accept();
    else await must('reviewer', 'case.accept', { caseId });
    expect(await types()).toEqual(['application.accepted', 'document.issued']);
    const { issued, documentsDue } = await processOf();
    expect({ documentsDue, issued }).toMatchObject({ documentsDue: [], issued: [{ issued: acceptance }] });
    const rows = (await fixture.store.read.outboxOfCase(caseId)).slice(-3);
    expect(rows.map(({ kind, file }) => file?.digest ?? kind)).toEqual([
      'events',
      'events',
      issued[0]!.issued.page.digest,
    ]);
  });

  it('that cannot be drawn leaves the step done and itself due; nothing of it is on record', async () => {
    const { documents } = fixture.ports;
    fixture.ports.documents = { render: async () => fail('receipt.glyphMissing', { characters: '㐂' }) };
    await accept();
    expect(await types()).toEqual(
      ['authorization.signed', 'application.submitted', 'application.accepted'].slice(-2),
    );
    const before = await fixture.store.read.outboxOfCase(caseId);
    expect(await fixture.refused('reviewer', 'case.issueDocument', { caseId, ...acceptance })).toEqual({
      code: 'receipt.glyphMissing',
      data: { characters: '㐂' },
    });
    expect(await fixture.store.read.outboxOfCase(caseId)).toEqual(before);
    expect(await processOf()).toMatchObject({ documentsDue: [acceptance], issued: [] });
    fixture.ports.documents = documents;
    const { number } = await must('reviewer', 'case.issueDocument', { caseId, ...acceptance });
    expect(number).toMatch(/-003号$/);
  });

  it('is no accident of the step when the renderer breaks', async () => {
    fixture.ports.documents = { render: () => Promise.reject(new Error('bug')) };
    await accept();
    expect(fixture.logged.splice(0)).toMatchObject([{ code: 'document.notIssued', data: { caseId } }]);
    expect(await processOf()).toMatchObject({ step: 'ACCEPTED', documentsDue: [acceptance] });
  });

  it('is made of steps on record only, and takes no number before', async () => {
    const refusal = { code: 'document.notDue', data: { document: 'acceptanceNotice' } };
    for (const about of [1, 2, 99])
      expect(
        await fixture.refused('reviewer', 'case.issueDocument', { caseId, ...acceptance, about }),
      ).toEqual(refusal);
    expect((await fixture.store.read.setting('document.serial.2026.acceptanceNotice')) ?? null).toBeNull();
  });

  it('prints what was pasted into a reason, whatever control characters came along', async () => {
    const reason = '虚构：三次都\t不配合\r\n本人\u0007知道';
    const command = { type: 'terminate' as const, because: 'noCooperation' as const, reason };
    await must('reviewer', 'case.act', { caseId, command });
    const [entry] = (await processOf()).issued;
    expect(entry!.issued.document).toBe('terminationNotice');
    const pdf = await fixture.vault.opened().files.get(entry!.issued.page.digest);
    expect(wordsOfPdf(pdf!)).toContain('虚构：三次都不配合本人知道');
  });

  it('shows the phone the office has set', async () => {
    await fixture.store.write((tx) => tx.setSetting('office.phone', '023-00000000'));
    await accept();
    const answer = await fixture.call('clerk', 'case.issueDocument', { caseId, ...acceptance });
    expect(answer.ok && wordsOfPdf(answer.binary!)).toContain('拨打023-00000000询问');
  });

  it('is printed as it was filed, and nothing else of the case is', async () => {
    await accept();
    const [entry] = (await processOf()).issued;
    const { digest } = entry!.issued.page;
    expect(await must('clerk', 'case.printDocument', { caseId, digest })).toEqual({ printer: '示例打印机' });
    const filed = await fixture.vault.opened().files.get(digest);
    expect(printed).toEqual([{ pdf: filed, title: expect.stringMatching(/^JLP-.*-受理通知书\.pdf$/) }]);
    const records = await fixture.store.read.readRecords(caseId);
    expect(records.at(-1)).toMatchObject({ what: `print ${digest.slice(0, 16)}` });
    const { dossier } = await must('clerk', 'case.dossier', { caseId, purpose: 'handling' });
    const other = dossier.documents[0]!.pages[0]!.digest;
    expect(await fixture.refused('clerk', 'case.printDocument', { caseId, digest: other })).toMatchObject({
      code: 'page.notFound',
    });
    expect(printed).toHaveLength(1);
  });
});

it.each(['surveyHomeForm', 'surveyNeighbourForm', 'surveyLetter', 'visitRecord', 'hearingRecord'] as const)(
  'a blank %s can be taken along: no number, nothing on record',
  async (document) => {
    const before = await fixture.store.read.stream(caseId);
    const answer = await fixture.call('clerk', 'case.blankForm', { caseId, document });
    if (!answer.ok) throw new Error(answer.failure.code);
    const text = wordsOfPdf(answer.binary!);
    expect(text).toContain('张示例');
    expect(text).not.toMatch(/〔\d{4}〕/);
    expect(answer.output.fileName).not.toContain('示例');
    expect(await fixture.store.read.stream(caseId)).toEqual(before);
    expect(await fixture.store.read.setting(`document.serial.2026.${document}`)).toBeNull();
  },
);

describe('a paper made without network', () => {
  /** Another station did something meanwhile: its event stands where ours stood. */
  async function meanwhile(type: string, data: object): Promise<void> {
    const stream = await fixture.store.read.stream(caseId);
    const at = stream.findIndex((event) => event.type === 'application.accepted');
    const { streamType, streamId, actor, ruleSetId } = stream[at]!;
    const body = {
      ...{ id: '01900000-0000-7000-8000-00000000eeee', streamType, streamId, actor, ruleSetId, type, data },
      deviceId: '01900000-0000-7000-8000-00000000d002',
      ...{ stationTime: '2026-03-10T03:00:00.000Z', counter: 1 },
    };
    const events = linkEvents([body], stream[at - 1]!, fixture.ports.sha256Text);
    fixture.district.take({ events });
  }
  const acceptOffline = async () => {
    fixture.core.start();
    await until(async () =>
      expect(
        (await fixture.store.read.outboxOfCase(caseId)).every((row) => row.state === 'acknowledged'),
      ).toBe(true),
    );
    fixture.district.broken = { code: 'district.unreachable' };
    await accept();
  };
  const by = '01900000-0000-7000-8000-0000000000aa';
  const eventStates = async () =>
    (await fixture.store.read.outboxOfCase(caseId))
      .filter(({ kind }) => kind === 'events')
      .map(({ state, failure }) => failure ?? state);

  it('goes with its step when another step comes before it', async () => {
    await acceptOffline();
    const [paper] = (await processOf()).issued;
    await meanwhile('duplicate.noted', {
      ...{ on: '2026-03-10', by, step: 'SUBMITTED' },
      duplicate: {
        personId: '01900000-0000-7000-8000-00000000a001',
        otherCaseId: '01900000-0000-7000-8000-00000000cccc',
        ...{ otherCaseCode: 'JLP-000-20260310-TEST01', otherTownCode: '500107002' },
      },
    });
    fixture.district.broken = null;
    await until(async () => expect(await eventStates()).toEqual(Array(3).fill('acknowledged')));
    const { issued, documentsDue } = await processOf();
    expect(documentsDue).toEqual([]);
    expect(issued).toMatchObject([{ issued: { ...paper!.issued, about: 3 } }]);
  });

  it('is left to a person when its step did not hold', async () => {
    await acceptOffline();
    await meanwhile('application.withdrawn', { withdrawnOn: '2026-03-10', reason: '本人要求' });
    fixture.district.broken = null;
    await until(async () =>
      expect(await eventStates()).toEqual(['acknowledged', 'case.wrongStep', 'document.notDue']),
    );
    expect(await processOf()).toMatchObject({
      ...{ step: 'WITHDRAWN', issued: [], documentsDue: [{ document: 'withdrawalNotice', about: 2 }] },
    });
  });
});
