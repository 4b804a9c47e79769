import { describe, expect, it } from 'vitest';
import type { ProcessView } from '../../../../contract/views/process.ts';
import { Source } from '../../../../domain/matching/sources.ts';
import { nothingFound } from '../../../../domain/testing/process-samples.ts';
import { testDigest, testId } from '../../../../domain/testing/sample-application.ts';
import { purposeAt, sourcesToAsk } from './check-draft.ts';
import { outcomeWords } from './ChecksTable.tsx';

const on = '2026-03-10';
const silent = (source: Source) => ({
  ...nothingFound(testId(1), source, testId(2), on).answer,
  ...{ outcome: 'noAnswer' as const, reason: 'timeout' as const, validUntil: null, rawDigest: null },
});
const check = (sources: Source[], answers: ProcessView['checks'][number]['answers']) => ({
  request: {
    ...{ requestId: testId(1), sources, purpose: 'application' as const, requestedOn: on },
    authorizations: [{ personId: testId(2), signatureDigest: testDigest(1) }],
  },
  ...{ answers, on, byName: '王示例' },
});

describe('whom to ask', () => {
  it('is everybody at first', () => {
    expect(sourcesToAsk([])).toEqual(Source.options);
  });
  it('is later who was not asked, or did not answer; not who still may', () => {
    const all = Source.options.filter((source) => source !== 'tax');
    const answers = [silent('finance'), nothingFound(testId(1), 'housing', testId(2), on).answer];
    expect(sourcesToAsk([check(all, answers)])).toEqual(['tax', 'finance']);
  });
  it('is everybody again when all have answered', () => {
    const answers = Source.options.map((source) => nothingFound(testId(1), source, testId(2), on).answer);
    expect(sourcesToAsk([check([...Source.options], answers)])).toEqual(Source.options);
  });
  it('has its purpose by the step', () => {
    expect((['SURVEY', 'RESURVEY', 'REGISTERED'] as const).map(purposeAt)).toEqual([
      ...['application', 'resurvey', 'yearlyReview'],
    ]);
  });
});

it('says in words what came back', () => {
  expect(
    [null, silent('tax'), nothingFound(testId(1), 'tax', testId(2), on).answer].map(outcomeWords),
  ).toEqual(['在等答复', '没有答复：部门一直没有回话', '没有记录']);
});
