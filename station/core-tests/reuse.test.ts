import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PersonForm } from '../../domain/application/person.ts';
import { CoreFixture } from '../testing/core-fixture.ts';
import { demoSectionsOf, fillDraft } from '../testing/demo-household.ts';

const day = '2026-03-10';
const earlierSections = demoSectionsOf('dibao', day);
const idNumber = earlierSections.identity?.idNumber ?? '';
let fixture: CoreFixture;

beforeEach(async () => {
  fixture = await CoreFixture.open();
  await fixture.login('clerk');
});
afterEach(() => fixture.close());

const submit = async () => {
  const draftId = await fillDraft((name, input, bytes) => fixture.must('clerk', name, input, bytes), day);
  return fixture.must('clerk', 'application.submit', { draftId });
};
/** A draft for 临时救助 in which only some of the applicant's fields stand. */
const begin = async (fields: Partial<PersonForm>) => {
  const { draft } = await fixture.must('clerk', 'draft.create', { kind: 'linshi' });
  const identity = PersonForm.parse({ id: '01900000-0000-7000-8000-0000000000c1', ...fields });
  const change = { section: 'identity' as const, value: identity };
  const { revision } = await fixture.must('clerk', 'draft.save', { draftId: draft.id, revision: 0, change });
  return { draftId: draft.id, revision };
};

describe('answers of an earlier case', () => {
  it('are offered with their date and fill what is empty, marked as taken over', async () => {
    const { caseId, caseCode } = await submit();
    const { draftId, revision } = await begin({ idNumber, name: '张示例', phone: '13900000000' });
    const { cases } = await fixture.must('clerk', 'draft.earlier', { draftId });
    expect(cases).toEqual([{ caseId, caseCode, kind: 'dibao', submittedOn: day }]);
    const input = { draftId, revision, fromCaseId: caseId };
    const { draft, taken, kept } = await fixture.must('clerk', 'draft.reuse', input);
    expect(taken).toEqual(['identity', 'members', 'villageCode', 'kinship']);
    expect(kept).toEqual([]);
    expect(draft.sections.identity).toMatchObject({
      phone: '13900000000',
      address: '示例路1号',
      sex: 'male',
    });
    expect(draft.sections.identity?.sources).toMatchObject({ address: 'previous', sex: 'previous' });
    expect(draft.sections.identity?.sources).not.toHaveProperty('phone');
    const [child] = draft.sections.members;
    expect(child).toMatchObject({ name: '张示范', guardianId: draft.sections.identity?.id });
    expect(child?.id).not.toBe(earlierSections.members?.[0]?.id);
    expect(child?.sources).toMatchObject({ name: 'previous', idNumber: 'previous' });
    expect(draft.sections.origin.reused).toMatchObject({
      caseId,
      caseCode,
      submittedOn: day,
      sections: taken,
    });
    const reads = await fixture.store.read.readRecords(caseId);
    expect(reads.map(({ purpose }) => purpose)).toContain('reuse');
    const opened = (await fixture.must('clerk', 'draft.open', { draftId })).draft;
    expect(opened.sections).toEqual(draft.sections);
  });

  it('never write over what was typed: that is named and stays, and typing ends the mark', async () => {
    const { caseId } = await submit();
    const { draftId, revision } = await begin({ idNumber });
    const change = { section: 'kinship' as const, value: { declared: true, relatives: [] } };
    const saved = await fixture.must('clerk', 'draft.save', { draftId, revision, change });
    const input = { draftId, revision: saved.revision, fromCaseId: caseId };
    const { draft, taken, kept } = await fixture.must('clerk', 'draft.reuse', input);
    expect(kept).toEqual(['kinship']);
    expect(draft.sections.kinship).toEqual(change.value);
    expect(taken).not.toContain('kinship');
    const again = { section: 'villageCode' as const, value: '500107001002' };
    await fixture.must('clerk', 'draft.save', { draftId, revision: draft.revision, change: again });
    const opened = (await fixture.must('clerk', 'draft.open', { draftId })).draft;
    expect(opened.sections.origin.reused?.sections).toEqual(['identity', 'members']);
    expect(await fixture.refused('clerk', 'draft.reuse', input)).toMatchObject({ code: 'draft.stale' });
  });

  it('of another person are neither offered nor given', async () => {
    const { caseId } = await submit();
    const nobody = await begin({ idNumber: '' });
    expect((await fixture.must('clerk', 'draft.earlier', { draftId: nobody.draftId })).cases).toEqual([]);
    const stranger = await begin({ idNumber: demoSectionsOf('tekun', day).identity?.idNumber ?? '' });
    expect((await fixture.must('clerk', 'draft.earlier', { draftId: stranger.draftId })).cases).toEqual([]);
    expect(await fixture.refused('clerk', 'draft.reuse', { ...stranger, fromCaseId: caseId })).toMatchObject({
      code: 'case.notFound',
    });
    expect(await fixture.store.read.readRecords(caseId)).toEqual([]);
  });

  it('an application for another kind goes through with them, while the first is still open', async () => {
    const { caseId } = await submit();
    const draftId = await fillDraft(
      (name, input, bytes) => fixture.must('clerk', name, input, bytes),
      ...([day, 1, {}, 'linshi'] as const),
    );
    const { draft } = await fixture.must('clerk', 'draft.open', { draftId });
    const input = { draftId, revision: draft.revision, fromCaseId: caseId };
    expect((await fixture.must('clerk', 'draft.reuse', input)).taken).toEqual([]);
    await fixture.must('clerk', 'application.submit', { draftId });
  });
});
