import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InputOf } from '../../contract/commands.ts';
import type { PersonForm } from '../../domain/application/person.ts';
import { idCheckDigit } from '../../domain/values/id-number.ts';
import { fail } from '../../domain/values/result.ts';
import { CoreFixture } from '../testing/core-fixture.ts';
import { consentText, demoSections, fillDraft } from '../testing/demo-household.ts';

const { identity, members, income } = demoSections();
const adult = identity!;
const child = members![0]!;
const numbered = (first17: string): string => first17 + idCheckDigit(first17);
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
afterEach(async () => {
  expect(fixture.logged).toEqual([]);
  await fixture.close();
});

const opened = async () => (await fixture.must('clerk', 'draft.open', { draftId })).draft;
const save = async (change: InputOf<'draft.save'>['change']) =>
  fixture.call('clerk', 'draft.save', { draftId, revision: (await opened()).revision, change });
/** What the submission names as missing; the draft stays open and no case comes of it. */
async function missing(): Promise<string[]> {
  const failure = await fixture.refused('clerk', 'application.submit', { draftId });
  expect((await fixture.must('clerk', 'case.list', { step: null, search: '' })).cases).toEqual([]);
  return failure.code === 'draft.incomplete' ? failure.data.missing : [failure.code];
}

describe('a person who cannot be', () => {
  it.each<[string, Partial<PersonForm>, string]>([
    [
      'a letter for the check digit',
      { idNumber: adult.idNumber.slice(0, 17) + 'Y' },
      'idNumber.characters:idNumber',
    ],
    [
      'a wrong check digit',
      { idNumber: adult.idNumber.slice(0, 17) + (adult.idNumber.endsWith('0') ? '1' : '0') },
      'idNumber.checkDigit:idNumber',
    ],
    [
      'a birth date that does not exist',
      { idNumber: numbered('50010719800231003'), birth: '' },
      'idNumber.birthDate:idNumber',
    ],
    [
      'a birth date that is still to come',
      { idNumber: numbered('50010720300101003'), birth: '' },
      'idNumber.birthDate:idNumber',
    ],
    ['another sex than the number says', { sex: 'female' }, 'idNumber.sexMismatch:sex'],
    ['another birth than the number says', { birth: '1980-01-02' }, 'idNumber.birthMismatch:birth'],
    ['a name with a digit', { name: '张3' }, 'personName.characters:name'],
    ['a name of one character', { name: '张' }, 'personName.length:name'],
  ])('%s is kept as typed, and nothing is submitted', async (_what, wrong, code) => {
    expect(await save({ section: 'identity', value: { ...adult, ...wrong } })).toMatchObject({ ok: true });
    expect(await missing()).toContain(`identity:${code}:${adult.id}`);
    expect((await opened()).sections.identity).toMatchObject(wrong);
  });
});

it.each([
  ['negative', -1],
  ['finer than a 分', 0.5],
  ['beyond what is exact', 2 ** 53],
])('money that is %s is not saved', async (_what, amountFen) => {
  const entries = income!.entries.map((entry) => ({ ...entry, amountFen }));
  const answer = await save({ section: 'income', value: { ...income!, entries } });
  expect(answer).toMatchObject({ failure: { code: 'call.malformed' } });
  expect((await opened()).sections.income).toEqual(income);
  const item = { id: adult.id, memberId: adult.id, description: '示例', valueFen: amountFen };
  const property = { section: 'property' as const, value: { deposit: { has: true, items: [item] } } };
  expect(await save(property)).toMatchObject({ failure: { code: 'call.malformed' } });
});

describe('what has to be there', () => {
  it.each([adult.id, child.id])('the signature of every member, %s too', async (memberId) => {
    await fixture.must('clerk', 'authorization.clear', { draftId, memberId });
    expect(await missing()).toEqual([`authorization:signature.missing:${memberId}`]);
  });

  it('an answer to the face question, asked by itself, also when a person certifies', async () => {
    const { draft } = await fixture.must('clerk', 'draft.create', { kind: 'dibao' });
    const change = { section: 'identity' as const, value: adult };
    await fixture.must('clerk', 'draft.save', { draftId: draft.id, revision: 0, change });
    const manual = { personId: adult.id, accepted: true, reason: 'declined' as const, note: '' };
    await fixture.must('clerk', 'certification.manual', { draftId: draft.id, ...manual });
    const ask = () => fixture.refused('clerk', 'application.submit', { draftId: draft.id });
    expect(JSON.stringify(await ask())).toContain('certification:consent.notAsked');
    const answer = { decision: 'declined' as const, text: consentText, textVersion: 'v1' };
    await fixture.must('clerk', 'consent.record', { draftId: draft.id, ...answer });
    expect(JSON.stringify(await ask())).not.toContain('certification:');
  });

  it('consent taken back ends the certification by face', async () => {
    await fixture.must('clerk', 'consent.withdraw', { draftId });
    expect(await missing()).toEqual(['certification:certification.missing']);
  });

  it('each material: a page removed is named', async () => {
    const [page] = (await opened()).evidence.pages;
    await fixture.must('clerk', 'page.remove', { draftId, pageId: page!.id });
    expect((await missing()).join()).toContain(`materials:material.missing:${page!.slot}`);
  });
});

it.each([
  'scanner.absent',
  'scanner.empty',
  'scanner.jammed',
  'scanner.coverOpen',
  'scanner.noTool',
] as const)('a scan that ends with %s says so and leaves the pages as they were', async (code) => {
  const before = (await opened()).evidence.pages;
  fixture.ports.scanner = { ...fixture.ports.scanner, scan: async () => fail(code) };
  const where = { draftId, slot: 'idCard' as const, memberId: adult.id, deviceId: 'test:0' };
  expect(await fixture.refused('clerk', 'scanner.scan', where)).toEqual({ code, data: {} });
  expect((await opened()).evidence.pages).toEqual(before);
});

it('a PDF with a script is not archived', async () => {
  const script = '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>';
  const bytes = new TextEncoder().encode(
    `%PDF-1.4\n1 0 obj << /Type /Catalog ${script} >> endobj\n2 0 obj << /Type /Page >> endobj\nstartxref\n0\n%%EOF\n`,
  );
  const facts = {
    mime: 'application/pdf' as const,
    width: 1,
    height: 1,
    source: 'file' as const,
    warnings: [],
  };
  const where = { draftId, slot: 'idCard', memberId: adult.id, replaces: null };
  const before = (await opened()).evidence.pages;
  expect(await fixture.refused('clerk', 'page.add', { ...where, ...facts }, bytes)).toEqual({
    code: 'page.pdfWithScript',
    data: {},
  });
  const plain = new TextEncoder().encode(new TextDecoder().decode(bytes).replace(script, ''));
  expect((await opened()).evidence.pages).toEqual(before);
  await fixture.must('clerk', 'page.add', { ...where, ...facts }, plain);
});
