import { describe, expect, it } from 'vitest';
import { compareDeclared } from '../../../../domain/matching/compare-declared.ts';
import type { CheckAnswer } from '../../../../domain/matching/check.ts';
import { nothingFound } from '../../../../domain/testing/process-samples.ts';
import { caseAt } from '../../../../domain/testing/process-walk.ts';
import { notFoundWords, summaryWords, topicWords, validUntilOf, weightOf } from './comparison-words.ts';

const on = '2026-03-10';
const { application, applicantId } = caseAt('dibao', 'SURVEY');
const answer = (source: CheckAnswer['source'], part: Partial<CheckAnswer> = {}): CheckAnswer => ({
  ...nothingFound(applicantId, source, applicantId, on).answer,
  ...part,
});
const rowsOf = (answers: CheckAnswer[]) => (application ? compareDeclared(application, answers) : []);

describe('a line of the comparison', () => {
  const flat = { topic: 'property', kind: 'housing', amountFen: null, label: '住房', text: null, asOf: on };
  const answers = [
    answer('housing', { outcome: 'found', facts: [flat as CheckAnswer['facts'][number]] }),
    answer('vehicles', { validUntil: '2026-06-30' }),
  ];
  it('has to be looked into when something undeclared was found; its words are plain', () => {
    const row = rowsOf(answers).find(({ kind }) => kind === 'housing');
    if (!row) throw new Error('no line about housing');
    expect([topicWords(row), weightOf(row)]).toEqual(['房屋', 'look']);
    expect(validUntilOf(row, answers)).toBe('2030-12-31');
    expect(validUntilOf({ ...row, sources: ['housing', 'vehicles'] }, answers)).toBe('2026-06-30');
    expect(validUntilOf({ ...row, sources: [] }, answers)).toBeNull();
    expect(weightOf({ ...row, difference: 'same' })).toBe('fine');
    expect(weightOf({ ...row, difference: 'same', flag: 'deceased' })).toBe('look');
    expect(notFoundWords({ ...row, difference: 'unknown' })).toBe('—');
    expect(notFoundWords({ ...row, difference: 'notFound' })).toBe('没有查到');
  });
});

it('never calls silence agreement', () => {
  expect(summaryWords(0, 0)).toBe('申报的和查到的都一致。');
  expect(summaryWords(0, 2)).not.toContain('一致');
  expect(summaryWords(1, 2)).toContain('有 1 项对不上');
});
