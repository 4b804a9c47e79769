import { describe, expect, it } from 'vitest';
import { LocalAmounts } from './local-amounts.ts';
import { RuleSet } from './rule-set.ts';
import { demoAmounts, findRuleSet, shippedRuleSets } from './shipped.ts';

describe('rule sets', () => {
  it('carry the periods of the annex and of 民发〔2021〕57号', () => {
    const days = shippedRuleSets.map(({ id, clocks, notice, wholeCase }) => [
      id,
      ...[clocks.accept, clocks.survey, clocks.review, clocks.district].map((clock) => clock.workingDays),
      notice.days,
      notice.pausesCaseClock,
      wholeCase.workingDays,
      wholeCase.extendedWorkingDays,
    ]);
    expect(days).toEqual([
      ['cq-jlp-2023', 2, 2, 10, 5, 7, true, 15, 30],
      ['cn-2021-57', null, 3, null, 10, 7, false, 30, 45],
    ]);
  });

  it('are found by id; an unknown id says which there are', () => {
    expect(findRuleSet('cn-2021-57')).toMatchObject({ ok: true, value: { document: '民发〔2021〕57号' } });
    expect(findRuleSet('cn-1999-1')).toEqual({
      ok: false,
      failure: { code: 'ruleSet.unknown', data: { id: 'cn-1999-1', known: ['cq-jlp-2023', 'cn-2021-57'] } },
    });
  });

  const [annex] = shippedRuleSets;

  it.each([
    ['a period of 0 days', { clocks: { ...annex?.clocks, accept: { workingDays: 0, source: '附件' } } }],
    ['a period without a source', { clocks: { ...annex?.clocks, accept: { workingDays: 2 } } }],
    [
      'an unknown reason for extension',
      { wholeCase: { ...annex?.wholeCase, extensionReasons: [{ code: 'busy', title: '忙' }] } },
    ],
    ['a date that does not exist', { effectiveFrom: '2023-02-29' }],
    ['a field nobody knows', { grace: 3 }],
  ])('refuse %s', (_, change) => {
    expect(RuleSet.safeParse({ ...annex, ...change }).success).toBe(false);
  });
});

describe('amounts', () => {
  it('of the demo are marked as fictional, with date and source', () => {
    expect(demoAmounts).toMatchObject({ fictional: true, standardFen: 75_000, marginPercent: 150 });
    expect(demoAmounts.source).toContain('虚构');
  });

  it('without a source or with fractions are refused', () => {
    expect(LocalAmounts.safeParse({ ...demoAmounts, source: '' }).success).toBe(false);
    expect(LocalAmounts.safeParse({ ...demoAmounts, standardFen: 750.5 }).success).toBe(false);
  });
});
