import { expect, it } from 'vitest';
import { duplicatePairs } from './duplicate-pairs.ts';

const [person, first, second] = ['p', 'one', 'two'] as const;
const noted = (otherCaseId: string) => ({
  duplicate: { personId: person, otherCaseId, otherCaseCode: otherCaseId, otherTownCode: '500107001' },
  ...{ resolution: null, reason: '', on: '2026-03-02', byName: '' },
});
const seen = (caseId: string) => ({
  ...{ personId: person, caseId, caseCode: caseId, townCode: '500107001' },
  ...{ kind: 'linshi' as const, step: 'SUBMITTED' as const },
});

it('tells a case once, whether the district noted it, this station saw it, or both', () => {
  const pairs = duplicatePairs({ duplicates: [noted(first)], sameHere: [seen(first), seen(second)] });
  expect(pairs.map(({ caseId, noted: n, here }) => [caseId, n !== null, here !== null])).toEqual([
    [first, true, true],
    [second, false, true],
  ]);
});

it('keeps a case that lies elsewhere', () => {
  const [pair] = duplicatePairs({ duplicates: [noted(second)], sameHere: [] });
  expect(pair).toMatchObject({ caseId: second, townCode: '500107001', here: null });
});
