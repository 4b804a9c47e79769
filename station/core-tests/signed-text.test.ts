import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { InputOf } from '../../contract/commands.ts';
import { authorizationFor, wholeText } from '../../domain/application/authorization-text.ts';
import { CoreFixture } from '../testing/core-fixture.ts';
import { demoSections, fillDraft, strokes } from '../testing/demo-household.ts';
import { tinyPng } from '../testing/tiny-png.ts';

const { identity, members, income } = demoSections();
const adult = identity!;
const child = members![0]!;
let fixture: CoreFixture;
let draftId: string;

beforeEach(async () => {
  fixture = await CoreFixture.open();
  await fixture.login('clerk');
  draftId = await fillDraft(
    (name, input, binary) => fixture.must('clerk', name, input, binary),
    '2026-03-10',
  );
});
afterEach(() => fixture.close());

const opened = async () => (await fixture.must('clerk', 'draft.open', { draftId })).draft;
const change = async (given: InputOf<'draft.save'>['change']) =>
  fixture.must('clerk', 'draft.save', { draftId, revision: (await opened()).revision, change: given });
const submit = () => fixture.call('clerk', 'application.submit', { draftId });
const textChanged = (...ids: string[]) => ({
  ok: false,
  failure: {
    code: 'draft.incomplete',
    data: { missing: ids.map((id) => `authorization:signature.textChanged:${id}`) },
  },
});
const earns = (fen: number) => ({
  section: 'income' as const,
  value: { ...income!, entries: income!.entries.map((entry) => ({ ...entry, amountFen: fen })) },
});

it('what is sworn to changes after the signatures: everybody has to read and sign again', async () => {
  await change(earns(70_000));
  expect(await submit()).toMatchObject(textChanged(adult.id, child.id));
  const { account } = await fixture.must('clerk', 'system.status', {});
  const draft = await opened();
  for (const [n, member] of [adult, child].entries()) {
    const text = wholeText(authorizationFor(draft, member, adult, account?.areaName ?? ''));
    expect(text).toContain('700.00 元');
    const who = { draftId, memberId: member.id, signerId: adult.id };
    await fixture.must(
      'clerk',
      'authorization.sign',
      { ...who, text, textVersion: 'v1', strokes },
      tinyPng(n),
    );
  }
  expect(await submit()).toMatchObject({ ok: true });
});

it('a change taken back leaves the signatures as they were', async () => {
  await change(earns(70_000));
  await change(earns(60_000));
  expect(await submit()).toMatchObject({ ok: true });
});

it('a member joins after the others have signed: they signed for another household', async () => {
  const late = { ...child, id: '01900000-0000-7000-8000-00000000a003', name: '张后来', idNumber: '' };
  await change({ section: 'members', value: [child, late] });
  const answer = await submit();
  const missing = answer.ok || answer.failure.code !== 'draft.incomplete' ? [] : answer.failure.data.missing;
  expect(missing).toContain(`authorization:signature.textChanged:${adult.id}`);
  expect(missing).toContain(`authorization:signature.textChanged:${child.id}`);
  expect(missing).toContain(`authorization:signature.missing:${late.id}`);
});

it('a text that the form does not say is no signature', async () => {
  const who = { draftId, memberId: adult.id, signerId: adult.id };
  const input = { ...who, text: '示例：这不是屏幕上的文字，一个字也不是。', textVersion: 'v1', strokes };
  await fixture.must('clerk', 'authorization.sign', input, tinyPng(9));
  expect(await submit()).toMatchObject(textChanged(adult.id));
});

it('the record keeps of every signature the text, every point of the strokes, the time, and a picture that opens', async () => {
  const { evidence, sections, kind } = await opened();
  const submitted = await submit();
  const caseId = submitted.ok ? submitted.output.caseId : '';
  const { dossier } = await fixture.must('clerk', 'case.dossier', { caseId, purpose: 'handling' });
  expect(dossier.signatures).toEqual(evidence.signatures);
  const { account } = await fixture.must('clerk', 'system.status', {});
  for (const [n, member] of [adult, child].entries()) {
    const kept = dossier.signatures[n];
    expect(kept).toMatchObject({
      ...{ memberId: member.id, signerId: adult.id, role: n === 0 ? 'self' : 'guardian' },
      ...{ strokes, at: '2026-03-10T02:00:00.000Z' },
      text: wholeText(authorizationFor({ kind, sections }, member, adult, account!.areaName)),
    });
    const digest = kept!.imageDigest;
    const picture = await fixture.call('clerk', 'case.readPage', { caseId, digest });
    const bytes = picture.ok ? picture.binary! : new Uint8Array();
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(digest);
  }
});
