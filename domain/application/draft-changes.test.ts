import { describe, expect, it } from 'vitest';
import { demoAmounts, shippedRuleSets } from '../rules/shipped.ts';
import type { LocalAmounts } from '../rules/local-amounts.ts';
import { sampleSectionsOf } from '../testing/sample-application.ts';
import type { AssistanceKind } from './application.ts';
import { draftChanges, type DraftTerms } from './draft-changes.ts';
import { tasksOf } from './kind-tasks.ts';

const [annex, national] = shippedRuleSets;
if (!annex || !national) throw new Error('two rule sets are shipped');
const newer: LocalAmounts = { ...demoAmounts, id: 'amounts-newer', title: '示例新标准' };
const changes = (
  amounts: LocalAmounts,
  {
    kind = 'dibao',
    begun = { ruleSet: annex, amounts: demoAmounts },
    tasks = tasksOf(kind),
    amountsId = 'amounts-demo',
    ruleSet = annex,
  }: Partial<{
    kind: AssistanceKind;
    begun: DraftTerms;
    tasks: string[];
    amountsId: string | null;
    ruleSet: typeof annex;
  }> = {},
) => {
  const sections = { ...sampleSectionsOf(kind), origin: { amountsId, tasks, reused: null } };
  return draftChanges(kind, sections, begun, { ruleSet, amounts }, '2025-01-24');
};

describe('what changed since a draft was begun', () => {
  it('is nothing under the same rules and amounts, or where it was not recorded', () => {
    expect(changes(demoAmounts)).toBeNull();
    expect(changes(newer, { amountsId: null, tasks: [] })).toBeNull();
  });

  it('a new version with the same figures is named, and nothing else', () => {
    expect(changes(newer)).toEqual({
      ...{ ruleSet: null, periods: [], figures: [], results: [], newTasks: [] },
      amounts: { before: '演示金额（虚构）', after: '示例新标准' },
    });
  });

  it('names every figure that is another, is new or is gone', () => {
    const other: LocalAmounts = {
      ...newer,
      ...{ standardFen: 80_000, marginPercent: 160, disposableIncomeYearFen: 5_000_000 },
      ...{ rigidRatioPercent: 70, linshiCapFen: 1, linshiFirstGrantFen: undefined },
      dibaoBands: [
        { belowPerCapitaFen: 100, perPersonFen: 200 },
        { belowPerCapitaFen: 300, perPersonFen: 100 },
      ],
      increments: { elderly: { fromAge: 80, percent: 10 }, minorPercent: 1, severeDisabilityPercent: 2 },
      tekun: { basicFen: 1, careFen: { able: 2, partial: 3, unable: 4 } },
    };
    expect(changes(other)?.figures.map(({ label, before, after }) => `${label}|${before}|${after}`)).toEqual([
      '低保标准，每人每月|750.00 元|800.00 元',
      '边缘家庭标准，是低保标准的|150%|160%',
      '上年人均可支配收入|48,000.00 元|50,000.00 元',
      '必需支出占收入的比例|60%|70%',
      '低保按档发放|没有规定|低于 1.00 元 每人 2.00 元；低于 3.00 元 每人 1.00 元',
      '老年人增发|满 70 岁 20%|满 80 岁 10%',
      '未成年人增发|20%|1%',
      '重度残疾人增发|30%|2%',
      '重病患者增发|30%|没有规定',
      '特困基本生活标准|975.00 元|0.01 元',
      '照料护理标准（具备自理能力）|50.00 元|0.02 元',
      '照料护理标准（部分丧失）|300.00 元|0.03 元',
      '照料护理标准（完全丧失）|600.00 元|0.04 元',
      '临时救助一次最多|9,000.00 元|0.01 元',
      '先行救助最多|1,500.00 元|没有规定',
    ]);
    const bare: LocalAmounts = { ...newer, increments: undefined, tekun: undefined };
    expect(changes(bare)?.figures.map(({ after }) => after)).toEqual(Array<string>(8).fill('没有规定'));
  });

  it('says what that means for this very application', () => {
    const low = { ...newer, standardFen: 45_000 };
    expect(changes(low)?.results).toEqual([
      { label: '收入', before: '符合', after: '不符合' },
      { label: '可能领到', before: '每月 300.00 元', after: '不发钱或者还算不出来' },
    ]);
    const cap = { ...newer, linshiCapFen: 100_000 };
    expect(changes(cap, { kind: 'linshi' })?.results).toEqual([
      { label: '可能领到', before: '一次 1,200.00 元', after: '一次 1,000.00 元' },
    ]);
    const share = { ...newer, rigidRatioPercent: 100 };
    expect(changes(share, { kind: 'rigidExpenditure' })?.results).toEqual([
      { label: '必需支出的比例', before: '符合', after: '不符合' },
    ]);
    const poor = { ...newer, standardFen: 1 };
    expect(changes(poor, { kind: 'tekun' })?.results[0]).toEqual({
      ...{ label: '收入', before: '符合', after: '不符合' },
    });
  });

  it('names periods that are others under another rule set', () => {
    const found = changes(demoAmounts, { ruleSet: national });
    expect(found).toMatchObject({ amounts: null, figures: [], results: [], newTasks: [] });
    expect(found?.ruleSet).toEqual({ before: annex.title, after: national.title });
    expect(found?.periods.map(({ label, before, after }) => `${label}|${before}|${after}`)).toEqual([
      '多久告诉您是否受理|2 个工作日|没有规定',
      '受理后多久开始调查|2 个工作日|3 个工作日',
      '受理后多久提出初审意见|10 个工作日|没有规定',
      '区里多久作出决定|5 个工作日|10 个工作日',
      '公示时间算不算在内|不算|算',
      '全程多久办完|15 个工作日|30 个工作日',
      '最多延长到|30 个工作日|45 个工作日',
    ]);
    const other = { ...annex, id: 'other', notice: { ...annex.notice, days: 5 } };
    const inform = { ...other, clocks: { ...annex.clocks, inform: { workingDays: 4, source: 'x' } } };
    expect(changes(demoAmounts, { ruleSet: inform })?.periods.map(({ label }) => label)).toEqual([
      '决定后多久告诉您',
      '公示多少天',
    ]);
  });

  it('says that the old version is not known any more instead of comparing with a guess', () => {
    const gone = changes(newer, { begun: { ruleSet: null, amounts: null }, ruleSet: national });
    expect(gone).toMatchObject({
      ruleSet: { before: '不知道的旧版本', after: national.title },
      amounts: { before: '不知道的旧版本', after: '示例新标准' },
      ...{ periods: [], figures: [], results: [] },
    });
  });

  it('names what is asked now and was not then', () => {
    const found = changes(demoAmounts, { kind: 'tekun', tasks: ['identity', 'members'] });
    expect(found?.newTasks).toEqual(tasksOf('tekun').slice(2));
    expect(changes(demoAmounts, { tasks: ['identity', ...tasksOf('dibao')] })).toBeNull();
  });
});
