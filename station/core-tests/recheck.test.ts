import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DraftSections } from '../../domain/application/forms.ts';
import { demoAmounts } from '../../domain/rules/shipped.ts';
import { CoreFixture } from '../testing/core-fixture.ts';
import { fillDraft } from '../testing/demo-household.ts';

const day = '2026-03-10';
const later = {
  ...demoAmounts,
  ...{ id: 'amounts-later', title: '示例新标准', effectiveFrom: '2026-03-11', standardFen: 20_000 },
};
let fixture: CoreFixture;

beforeEach(async () => {
  fixture = await CoreFixture.open();
  fixture.district.terms = { amounts: [demoAmounts, later], verifiable: [] };
  await fixture.login('clerk');
});
afterEach(() => fixture.close());

const fill = () => fillDraft((name, input, bytes) => fixture.must('clerk', name, input, bytes), day);
const open = async (draftId: string) => (await fixture.must('clerk', 'draft.open', { draftId })).draft;

describe('a draft begun under other rules', () => {
  it('says nothing while nothing has changed, and how it began', async () => {
    const draft = await open(await fill());
    expect(draft.changes).toBeNull();
    expect(draft.sections.origin).toMatchObject({ amountsId: 'amounts-demo', reused: null });
    expect(draft.sections.origin.tasks).toContain('income');
  });

  it('says which amounts changed and what they mean, and is decided by the new ones', async () => {
    const draftId = await fill();
    fixture.clock.now = new Date('2026-03-11T02:00:00.000Z');
    const { changes } = await open(draftId);
    expect(changes).toMatchObject({
      ruleSet: null,
      periods: [],
      amounts: { before: '演示金额（虚构）', after: '示例新标准' },
      figures: [{ label: '低保标准，每人每月', before: '750.00 元', after: '200.00 元' }],
    });
    expect(changes?.results).toContainEqual({ label: '收入', before: '符合', after: '不符合' });
    const { draft } = await fixture.must('clerk', 'draft.recheck', { draftId });
    expect(draft.changes).toBeNull();
    expect((await open(draftId)).sections.origin.amountsId).toBe('amounts-later');
    const { caseId } = await fixture.must('clerk', 'application.submit', { draftId });
    const { dossier } = await fixture.must('clerk', 'case.dossier', { caseId, purpose: 'handling' });
    expect(dossier.application.result).toMatchObject({
      amountsId: 'amounts-later',
      outcome: 'notMet',
      amount: null,
    });
  });

  it('says which periods are others under a new rule set, until it is taken note of', async () => {
    const draftId = await fill();
    fixture.ports.currentRuleSetId = 'cn-2021-57';
    const { changes, ruleSetId } = await open(draftId);
    expect(ruleSetId).toBe('cq-jlp-2023');
    expect(changes?.ruleSet).toEqual({
      before: '九龙坡区社会救助网上申请办理流程（试行）',
      after: '最低生活保障审核确认办法',
    });
    expect(changes?.periods).toContainEqual({
      label: '全程多久办完',
      before: '15 个工作日',
      after: '30 个工作日',
    });
    expect(changes?.periods).toContainEqual({
      label: '多久告诉您是否受理',
      before: '2 个工作日',
      after: '没有规定',
    });
    await fixture.must('clerk', 'draft.recheck', { draftId });
    expect(await open(draftId)).toMatchObject({ ruleSetId: 'cn-2021-57', changes: null });
  });

  it('names what is asked now and was not then; a draft of before that was recorded claims nothing', async () => {
    const draftId = await fill();
    const stored = (await fixture.store.read.draft(draftId))!;
    const withTasks = (tasks: string[], amountsId: string | null) => ({
      ...stored,
      sections: { ...stored.sections, origin: { amountsId, tasks, reused: null } },
    });
    const before = stored.sections.origin.tasks.filter((task) => task !== 'kinship');
    await fixture.store.write((tx) => tx.saveDraft(withTasks(before, 'amounts-demo')));
    expect((await open(draftId)).changes).toMatchObject({
      newTasks: ['kinship'],
      ruleSet: null,
      amounts: null,
    });
    await fixture.store.write((tx) => tx.saveDraft(withTasks([], null)));
    expect((await open(draftId)).changes).toBeNull();
  });

  it('begun with given answers, records its own beginning', async () => {
    const given = DraftSections.parse({
      livesAlone: true,
      origin: { amountsId: 'amounts-false', tasks: [], reused: null },
    });
    const { draft } = await fixture.must('clerk', 'draft.create', { kind: 'tekun', sections: given });
    expect(draft.sections).toMatchObject({ livesAlone: true, origin: { amountsId: 'amounts-demo' } });
    expect(draft.sections.origin.tasks).toContain('selfCare');
  });
});
