import { describe, expect, it } from 'vitest';
import { stepSpans } from './step-spans.ts';

const withNotice = { notice: true };

describe('stepSpans', () => {
  it('tells every stay that is over, not the one that lasts', () => {
    expect(
      stepSpans(
        [
          ['submitted', '2026-03-02'],
          ['accepted', '2026-03-03'],
          ['surveyStarted', '2026-03-05'],
          ['preliminary', '2026-03-12'],
        ],
        withNotice,
      ),
    ).toEqual([
      { step: 'SUBMITTED', from: '2026-03-02', to: '2026-03-03' },
      { step: 'ACCEPTED', from: '2026-03-03', to: '2026-03-05' },
      { step: 'SURVEY', from: '2026-03-05', to: '2026-03-12' },
    ]);
  });

  it('goes on through an event that leaves the case where it is, and leaves out an alert before it', () => {
    expect(
      stepSpans(
        [
          ['alertRaised', '2026-02-27'],
          ['submitted', '2026-03-02'],
          ['accepted', '2026-03-03'],
          ['extended', '2026-03-06'],
          ['surveyStarted', '2026-03-10'],
        ],
        withNotice,
      ),
    ).toEqual([
      { step: 'SUBMITTED', from: '2026-03-02', to: '2026-03-03' },
      { step: 'ACCEPTED', from: '2026-03-03', to: '2026-03-10' },
    ]);
  });

  it('tells each stay in a step that is entered twice', () => {
    expect(
      stepSpans(
        [
          ['submitted', '2026-03-02'],
          ['supplementIssued', '2026-03-03'],
          ['supplemented', '2026-03-09'],
          ['accepted', '2026-03-10'],
        ],
        withNotice,
      )?.map(({ step }) => step),
    ).toEqual(['SUBMITTED', 'SUPPLEMENT', 'SUBMITTED']);
  });

  it('reads a kind without public notice by its own way, and nothing that is none', () => {
    const reported = [
      ['accepted', '2026-03-03'],
      ['preliminary', '2026-03-05'],
      ['reported', '2026-03-06'],
    ] as const;
    expect(stepSpans(reported, { notice: false })?.at(-1)).toEqual({
      step: 'PRELIMINARY',
      from: '2026-03-05',
      to: '2026-03-06',
    });
    expect(stepSpans(reported, withNotice)).toBeNull();
    expect(stepSpans([], withNotice)).toBeNull();
  });
});
