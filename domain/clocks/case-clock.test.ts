import { describe, expect, it } from 'vitest';
import { shippedCalendar as calendar } from '../calendar/shipped-calendar.ts';
import { findRuleSet } from '../rules/shipped.ts';
import { caseClock, type CaseClock } from './case-clock.ts';
import type { RawHistory } from './history.ts';

function clock(history: RawHistory, asOf?: string, ruleSet = 'cq-jlp-2023'): CaseClock {
  const rules = findRuleSet(ruleSet);
  if (!rules.ok) throw new Error(rules.failure.code);
  const result = caseClock(calendar, rules.value, history, asOf);
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

const NOT_STARTED = {
  accept: null,
  survey: null,
  review: null,
  noticeEnds: null,
  district: null,
  wholeCase: null,
};

// Source of the vectors: 九龙坡民政〔2023〕251号 annex for the periods; 民法典 §201 and §203 for counting; the
// State Council's notices for 2025 and 2026 for working days.
describe('annex vectors', () => {
  it('acceptance within 2 WD over a worked Sunday (annex, 受理)', () => {
    expect(clock([['submitted', '2025-01-24']])).toMatchObject({
      state: 'SUBMITTED',
      due: { ...NOT_STARTED, accept: '2025-01-27' },
    });
  });

  it('survey 2 WD, review 10 WD, case 15 WD over the Spring Festival (annex, 调查、初审、办理时限)', () => {
    expect(clock([['accepted', '2025-01-20']]).due).toEqual({
      ...NOT_STARTED,
      survey: '2025-01-22',
      review: '2025-02-08',
      wholeCase: '2025-02-14',
    });
  });

  it('extended to 30 WD (annex, 办理时限)', () => {
    const extended = clock([
      ['accepted', '2025-01-20'],
      ['extended', '2025-02-10'],
    ]);
    expect(extended).toMatchObject({
      due: { wholeCase: '2025-03-07' },
      extended: true,
      totalWorkingDays: 30,
    });
  });

  it('the notice pauses the case and ends on a working day (annex, 公示; 民法典 §203)', () => {
    const posted = clock([
      ['accepted', '2025-09-22'],
      ['noticePosted', '2025-09-29'],
    ]);
    expect(posted).toMatchObject({
      state: 'NOTICE',
      due: { review: '2025-10-11', noticeEnds: '2025-10-09', district: null, wholeCase: '2025-10-21' },
      usedWorkingDays: 6,
      leftWorkingDays: 9,
      pausedSince: '2025-09-29',
    });
  });

  it('the pause lasts through the last day of the notice, the clock goes on the day after', () => {
    const posted: RawHistory = [
      ['accepted', '2025-09-22'],
      ['noticePosted', '2025-09-29'],
    ];
    expect(clock(posted, '2025-10-09')).toMatchObject({ pausedSince: '2025-09-29', usedWorkingDays: 6 });
    expect(clock(posted, '2025-10-10')).toMatchObject({ pausedSince: null, usedWorkingDays: 7 });
  });

  it('a notice posted on the due day itself does not move it', () => {
    const posted: RawHistory = [
      ['accepted', '2026-03-02'],
      ['noticePosted', '2026-03-23'],
    ];
    expect(clock(posted)).toMatchObject({ due: { wholeCase: '2026-03-23' }, leftWorkingDays: 0 });
  });

  it('the district decides within 5 WD of receipt (annex, 审核确认)', () => {
    const reported = clock([
      ['accepted', '2025-09-22'],
      ['noticePosted', '2025-09-29'],
      ['reported', '2025-10-09'],
    ]);
    expect(reported).toMatchObject({
      state: 'REPORTED',
      due: { noticeEnds: '2025-10-09', district: '2025-10-15', wholeCase: '2025-10-21' },
      usedWorkingDays: 6,
      pausedSince: null,
    });
    expect(clock([['reported', '2026-02-12']]).due.district).toBe('2026-02-26');
  });

  it.each([
    ['2026-09-24', '2026-09-29'],
    ['2026-09-30', '2026-10-09'],
    ['2026-10-03', '2026-10-09'],
  ])('an alert of %s is followed up by %s (九龙坡民政〔2023〕251号, 主动发现)', (raised, followUp) => {
    expect(clock([['alertRaised', raised]])).toMatchObject({ state: 'ALERT', followUp, due: NOT_STARTED });
  });

  it('a date in a year without a published calendar is not guessed', () => {
    expect(clock([['accepted', '2026-12-15']]).due).toEqual({
      ...NOT_STARTED,
      survey: '2026-12-17',
      review: '2026-12-29',
      wholeCase: 'calendar.unpublished',
    });
  });
});

describe('objection (annex, 公示异议)', () => {
  const first: RawHistory = [
    ['accepted', '2026-03-02'],
    ['noticePosted', '2026-03-09'],
    ['objected', '2026-03-12'],
  ];

  it('sets the clock running again from the objection', () => {
    expect(clock(first, '2026-03-16')).toMatchObject({
      state: 'OBJECTION',
      due: { noticeEnds: '2026-03-16', wholeCase: '2026-03-26' },
      usedWorkingDays: 7,
      pausedSince: null,
    });
  });

  it('a new posting takes a new 7 days', () => {
    const again: RawHistory = [...first, ['surveyStarted', '2026-03-13'], ['noticePosted', '2026-03-19']];
    expect(clock(again)).toMatchObject({
      state: 'NOTICE',
      due: { noticeEnds: '2026-03-26', wholeCase: '2026-04-02' },
      usedWorkingDays: 10,
      leftWorkingDays: 5,
      pausedSince: '2026-03-19',
    });
    expect(clock([...again, ['extended', '2026-03-20']]).due.wholeCase).toBe('2026-04-24');
  });
});

describe('supplement', () => {
  it('starts acceptance anew and never the case clock', () => {
    const issued: RawHistory = [
      ['submitted', '2026-03-10'],
      ['supplementIssued', '2026-03-11'],
    ];
    expect(clock(issued)).toMatchObject({
      state: 'SUPPLEMENT',
      due: { accept: '2026-03-12', wholeCase: null },
    });
    expect(clock([...issued, ['supplemented', '2026-03-16']])).toMatchObject({
      state: 'SUBMITTED',
      due: { accept: '2026-03-18' },
    });
    expect(clock([...issued, ['abandoned', '2026-03-31']]).state).toBe('ABANDONED');
  });
});

describe('national periods (民发〔2021〕57号)', () => {
  it('set none for acceptance and review, and the notice does not pause the case', () => {
    const posted: RawHistory = [
      ['submitted', '2026-02-27'],
      ['accepted', '2026-03-02'],
      ['noticePosted', '2026-03-09'],
    ];
    expect(clock(posted, '2026-03-12', 'cn-2021-57')).toMatchObject({
      due: {
        accept: null,
        survey: '2026-03-05',
        review: null,
        noticeEnds: '2026-03-16',
        wholeCase: '2026-04-14',
      },
      usedWorkingDays: 8,
      pausedSince: null,
    });
    expect(clock([...posted, ['reported', '2026-03-16']], undefined, 'cn-2021-57').due.district).toBe(
      '2026-03-30',
    );
    expect(clock([['alertRaised', '2026-03-16']], undefined, 'cn-2021-57').followUp).toBeNull();
  });

  it('extend to 45 WD', () => {
    const extended: RawHistory = [
      ['accepted', '2026-03-02'],
      ['extended', '2026-03-20'],
    ];
    expect(clock(extended, undefined, 'cn-2021-57')).toMatchObject({
      due: { wholeCase: '2026-05-08' },
      totalWorkingDays: 45,
    });
  });
});

describe('an unpublished year', () => {
  it('leaves known what is due before it', () => {
    const late: RawHistory = [
      ['accepted', '2026-11-02'],
      ['noticePosted', '2026-12-30'],
    ];
    expect(clock(late).due).toMatchObject({ noticeEnds: 'calendar.unpublished', wholeCase: '2026-11-23' });
  });

  it('makes the rest unknown, but not whether the case is paused', () => {
    const paused: RawHistory = [
      ['accepted', '2026-12-15'],
      ['noticePosted', '2026-12-29'],
    ];
    expect(clock(paused, '2027-01-02')).toMatchObject({
      due: { noticeEnds: 'calendar.unpublished', wholeCase: 'calendar.unpublished' },
      usedWorkingDays: 10,
      leftWorkingDays: 5,
      pausedSince: '2026-12-29',
    });
    expect(clock(paused, '2027-01-20')).toMatchObject({ usedWorkingDays: 'calendar.unpublished' });
  });
});

describe('warnings at 50 % and 80 %', () => {
  const submitted: RawHistory = [['submitted', '2026-03-10']];

  it.each([
    ['2026-03-10', []],
    ['2026-03-11', ['accept half']],
    ['2026-03-12', ['accept most']],
    ['2026-03-13', ['accept overdue']],
  ])('of acceptance on %s: %j', (asOf, expected) => {
    expect(clock(submitted, asOf).warnings.map(({ clock: name, level }) => `${name} ${level}`)).toEqual(
      expected,
    );
  });

  it('of the survey end when it starts; the case goes on', () => {
    const accepted: RawHistory = [['accepted', '2026-03-02']];
    const names = (history: RawHistory, asOf: string) =>
      clock(history, asOf).warnings.map(({ clock: name, level }) => `${name} ${level}`);
    expect(names(accepted, '2026-03-05')).toEqual(['survey overdue']);
    expect(names([...accepted, ['surveyStarted', '2026-03-04']], '2026-03-12')).toEqual([
      'review most',
      'wholeCase half',
    ]);
    expect(names([...accepted, ['surveyStarted', '2026-03-04']], '2026-03-24')).toEqual([
      'review overdue',
      'wholeCase overdue',
    ]);
  });

  it('are silent once the case is closed, and used days stand still', () => {
    const closed: RawHistory = [
      ['accepted', '2026-03-02'],
      ['withdrawn', '2026-03-04'],
    ];
    expect(clock(closed, '2026-06-01')).toMatchObject({
      state: 'WITHDRAWN',
      warnings: [],
      usedWorkingDays: 2,
    });
  });

  it('an overdue case is shown as overdue, never decided', () => {
    expect(clock([['accepted', '2026-03-02']], '2026-03-25')).toMatchObject({
      state: 'ACCEPTED',
      leftWorkingDays: -2,
    });
  });
});

describe('after the decision', () => {
  it('the applicant is told within 3 WD; what follows keeps the dates', () => {
    const decided: RawHistory = [
      ['accepted', '2025-09-22'],
      ['noticePosted', '2025-09-29'],
      ['reported', '2025-10-09'],
      ['confirmed', '2025-10-14'],
      ['published', '2025-10-15'],
      ['registered', '2025-10-15'],
    ];
    expect(clock(decided)).toMatchObject({
      state: 'REGISTERED',
      inform: '2025-10-17',
      due: { district: '2025-10-15', wholeCase: '2025-10-21' },
    });
  });
});
