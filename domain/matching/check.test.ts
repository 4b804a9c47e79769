import { describe, expect, it } from 'vitest';
import { testDigest, testId } from '../testing/sample-application.ts';
import { CheckAnswer, CheckPurpose, checkPurposeTitles, CheckReason, CheckRequest } from './check.ts';
import { differenceTitles } from './difference.ts';
import { CheckFact } from './facts.ts';
import { inWords } from './said.ts';
import { Source, sourceTitles } from './sources.ts';
import { found, household, income, property, silent, status } from './testing.ts';

const issues = (parsed: { success: boolean; error?: { issues: { message: string }[] } | undefined }) =>
  parsed.success ? [] : (parsed.error?.issues.map(({ message }) => message) ?? []);

describe('a request for a check', () => {
  const request = {
    ...{
      requestId: testId(1),
      sources: ['tax', 'housing'],
      purpose: 'application',
      requestedOn: '2026-01-05',
    },
    authorizations: [{ personId: testId(2), signatureDigest: testDigest(1) }],
  };
  const [one] = request.authorizations;

  it('names sources, people and their signatures once each', () => {
    expect(issues(CheckRequest.safeParse(request))).toEqual([]);
    const two = [...request.authorizations, { personId: testId(3), signatureDigest: testDigest(1) }];
    expect(issues(CheckRequest.safeParse({ ...request, authorizations: two }))).toEqual([]);
    expect(issues(CheckRequest.safeParse({ ...request, sources: ['tax', 'tax'] }))).toEqual([
      'check.sourceTwice',
    ]);
    expect(issues(CheckRequest.safeParse({ ...request, authorizations: [one, one] }))).toEqual([
      'check.personTwice',
    ]);
  });

  it.each([
    ['no source', { sources: [] }],
    ['nobody', { authorizations: [] }],
    ['a purpose in free words', { purpose: '张示例的存款' }],
    ['a person without a signature', { authorizations: [{ personId: testId(2) }] }],
    ['a number instead of an id', { authorizations: [{ ...one, personId: '500107197903129818' }] }],
  ])('with %s is none', (_, change) => {
    expect(CheckRequest.safeParse({ ...request, ...change }).success).toBe(false);
  });
});

describe('an answer', () => {
  const good = found('tax', [income('wage', 1)]);
  it('that found something, found nothing, or did not come', () => {
    for (const answer of [good, found('tax'), silent('tax'), { ...silent('tax'), outcome: 'notAuthorized' }])
      expect(issues(CheckAnswer.safeParse(answer))).toEqual([]);
  });

  it.each([
    ['found without facts', { ...good, facts: [] }, 'check.factsDoNotFit'],
    ['nothing with facts', { ...good, outcome: 'nothing' }, 'check.factsDoNotFit'],
    ['found with a reason', { ...good, reason: 'timeout' }, 'check.reasonDoesNotFit'],
    ['no answer without a reason', { ...silent('tax'), reason: null }, 'check.reasonDoesNotFit'],
    ['nothing with a reason', { ...found('tax'), reason: 'timeout' }, 'check.reasonDoesNotFit'],
    ['found without proof', { ...good, rawDigest: null }, 'check.proofDoesNotFit'],
    ['found for ever', { ...good, validUntil: null }, 'check.proofDoesNotFit'],
    ['no answer with proof', { ...silent('tax'), rawDigest: testDigest(1) }, 'check.proofDoesNotFit'],
    [
      'no answer that holds until a day',
      { ...silent('tax'), validUntil: '2026-02-01' },
      'check.proofDoesNotFit',
    ],
  ])('%s is refused', (_, answer, message) => {
    expect(issues(CheckAnswer.safeParse(answer))).toEqual([message]);
  });
});

it('may say each of these reasons, and carries a number of its own', () => {
  const reasons = ['timeout', 'unreachable', 'refusedBySource', 'unreadable', 'wrongPerson', 'notConfigured'];
  const refusals = ['notOfCase', 'noIdNumber', 'noSignature', 'otherSignature', 'withdrawn', 'noConsent'];
  expect(CheckReason.options).toEqual([...reasons, ...refusals, 'caseClosed']);
  const numbered = (answerId: string) =>
    CheckAnswer.safeParse({ ...found('tax'), provenance: { ...found('tax').provenance, answerId } }).success;
  expect([numbered('ab'), numbered('')]).toEqual([true, false]);
});

describe('a fact', () => {
  it.each([
    { ...income('wage', 0), text: '示例单位' },
    { ...household(50), label: '户' },
    property('vehicle', null),
    status({ kind: 'deceased', on: '2025-12-20' }),
    status({ kind: 'marriage', marriage: 'widowed' }),
    status({ kind: 'disability', disability: { kind: 7, grade: 4 } }),
    ...['student', 'employment', 'medicalInsurance', 'povertyMonitoring', 'residence', 'other'].map((kind) =>
      status({ kind }),
    ),
  ])('of kind $kind is one', (fact) => {
    expect(CheckFact.parse(fact)).toEqual(fact);
  });

  it.each([
    ['income without a period', { ...income('wage', 1), periodMonths: undefined }],
    ['income over six months', { ...income('wage', 1), periodMonths: 6 }],
    ['a kind of income nobody has', { ...income('wage', 1), kind: 'lottery' }],
    ['a marriage of no kind', status({ kind: 'marriage', marriage: 'engaged' })],
    ['a disability out of range', status({ kind: 'disability', disability: { kind: 8, grade: 1 } })],
    ['a death on no day', status({ kind: 'deceased', on: '2025-02-30' })],
    ['a household of nobody', { ...household(1), count: 0 }],
    ['a household of a village', { ...household(1), count: 51 }],
    ['a long story', { ...income('wage', 1), text: '示'.repeat(201) }],
    ['more than the contract has', { ...income('wage', 1), note: '' }],
    ['no label', { ...income('wage', 1), label: '' }],
  ])('with %s is none', (_, fact) => {
    expect(CheckFact.safeParse(fact).success).toBe(false);
  });
});

it('has words for everything a person reads', () => {
  for (const source of Source.options) expect(sourceTitles[source]).toMatch(/\p{Script=Han}/u);
  for (const purpose of CheckPurpose.options) expect(checkPurposeTitles[purpose]).toMatch(/\p{Script=Han}/u);
  expect(new Set(Object.values(sourceTitles)).size).toBe(Source.options.length);
  expect(new Set(Object.values(checkPurposeTitles)).size).toBe(CheckPurpose.options.length);
  expect(differenceTitles).toEqual({
    ...{ same: '一致', higher: '查到的比申报的多', lower: '查到的比申报的少', differs: '不一致' },
    ...{ notDeclared: '查到，没有申报', notFound: '申报了，没有查到', unknown: '无法比对' },
  });
});

it.each([
  [{ as: 'money', fen: 60_000, periodMonths: 1 }, '600.00 元/月'],
  [{ as: 'money', fen: 60_000, periodMonths: 12 }, '600.00 元/年'],
  [{ as: 'money', fen: 60_000, periodMonths: null }, '600.00 元'],
  [{ as: 'count', count: 2 }, '2'],
  [{ as: 'marriage', marriage: 'single' }, '未婚'],
  [{ as: 'marriage', marriage: 'married' }, '已婚'],
  [{ as: 'marriage', marriage: 'widowed' }, '丧偶'],
  [{ as: 'marriage', marriage: 'divorced' }, '离婚'],
  [{ as: 'disability', disability: { kind: 1, grade: 1 } }, '视力一级'],
  [{ as: 'disability', disability: { kind: 7, grade: 4 } }, '多重四级'],
  [{ as: 'disability', disability: { kind: 4, grade: 2 } }, '肢体二级'],
  [{ as: 'student' }, '在读'],
  [{ as: 'words', words: '示例' }, '示例'],
] as const)('%o in words', (said, words) => {
  expect(inWords(said)).toBe(words);
});
