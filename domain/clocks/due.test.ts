import { describe, expect, it } from 'vitest';
import { shippedCalendar as calendar } from '../calendar/shipped-calendar.ts';
import { findRuleSet } from '../rules/shipped.ts';
import { caseClock } from './case-clock.ts';
import { noticeFrom, pauseOf } from './due.ts';
import { escalatedTo } from './escalation.ts';
import { readHistory, type RawHistory } from './history.ts';

const clock = (history: RawHistory, asOf?: string, ruleSet = 'cq-jlp-2023') => {
  const rules = findRuleSet(ruleSet);
  return rules.ok ? caseClock(calendar, rules.value, history, asOf) : rules;
};
const names = (history: RawHistory, asOf: string, ruleSet?: string): string[] => {
  const answer = clock(history, asOf, ruleSet);
  return answer.ok ? answer.value.warnings.map(({ clock: name, level }) => `${name} ${level}`) : [];
};

describe('a pause', () => {
  // 2025-09-29 and seven days is the National Day holiday: the notice ends on 10-09.
  const notice = noticeFrom(calendar, '2025-09-29', 7);

  it.each([
    ['nobody objects', null, '2025-10-09'],
    ['objected to at once', '2025-09-29', '2025-09-29'],
    ['objected to on the seventh day', '2025-10-06', '2025-10-06'],
    ['objected to while the end moved on', '2025-10-08', '2025-10-08'],
    ['written down after its last day', '2025-10-13', '2025-10-09'],
  ])('ends when %s', (_, objected, until) => {
    expect(pauseOf({ ...notice, objected })).toEqual({ after: '2025-09-29', until, atLeastUntil: until });
  });

  it.each([
    ['nobody objects', null, null, '2027-01-04'],
    ['objected to on the seventh day', '2027-01-04', '2027-01-04', '2027-01-04'],
    ['written down later', '2027-01-05', null, '2027-01-04'],
  ])('without a calendar, when %s', (_, objected, until, atLeastUntil) => {
    const late = { ...noticeFrom(calendar, '2026-12-28', 7), objected };
    expect(late.ends).toBe('calendar.unpublished');
    expect(pauseOf(late)).toEqual({ after: '2026-12-28', until, atLeastUntil });
  });
});

describe('what is not known is not made up', () => {
  it('without acceptance there is no case clock, also when a notice hangs', () => {
    for (const history of [[['submitted', '2026-03-10']], [['noticePosted', '2026-03-10']]] as RawHistory[])
      expect(clock(history, '2026-03-12')).toMatchObject({
        ok: true,
        value: {
          due: { wholeCase: null },
          usedWorkingDays: null,
          leftWorkingDays: null,
          totalWorkingDays: null,
        },
      });
  });

  it('days up to a posting in an unpublished year', () => {
    const history: RawHistory = [
      ['accepted', '2026-12-15'],
      ['noticePosted', '2027-01-05'],
    ];
    expect(clock(history)).toMatchObject({
      ok: true,
      value: {
        usedWorkingDays: 'calendar.unpublished',
        leftWorkingDays: 'calendar.unpublished',
        warnings: [],
      },
    });
  });

  it('a notice whose end nobody knows hangs seven days at least, and counts none of them', () => {
    const posted: RawHistory = [
      ['accepted', '2026-12-15'],
      ['noticePosted', '2026-12-29'],
    ];
    expect(clock(posted, '2027-01-05')).toMatchObject({ ok: true, value: { usedWorkingDays: 10 } });
    expect(clock([...posted, ['reported', '2027-01-04']])).toMatchObject({
      ok: false,
      failure: { code: 'history.noticeNotOver', data: { index: 2, noticeEnds: '2027-01-05' } },
    });
    expect(clock([...posted, ['reported', '2027-01-05']])).toMatchObject({ ok: true });
  });

  it('an overdue day is one, also when the days used can no longer be counted', () => {
    expect(
      names(
        [
          ['accepted', '2026-12-15'],
          ['surveyStarted', '2026-12-16'],
        ],
        '2027-01-05',
      ),
    ).toEqual(['review overdue']);
    expect(
      names(
        [
          ['accepted', '2026-12-15'],
          ['surveyStarted', '2026-12-16'],
        ],
        '2026-12-24',
      ),
    ).toEqual(['review half']);
  });

  it('as of a day before the last entry is as of the last entry', () => {
    const history: RawHistory = [
      ['accepted', '2026-03-02'],
      ['surveyStarted', '2026-03-04'],
    ];
    expect(clock(history, '2026-03-01')).toMatchObject({ ok: true, value: { usedWorkingDays: 2 } });
    expect(clock(history, '2026-03-05')).toMatchObject({ ok: true, value: { usedWorkingDays: 3 } });
  });

  it('a history without its kind is read as one with notice', () => {
    const short: RawHistory = [
      ['accepted', '2026-03-02'],
      ['preliminary', '2026-03-05'],
      ['reported', '2026-03-06'],
    ];
    expect(readHistory(short)).toMatchObject({ ok: false, failure: { code: 'history.impossible' } });
  });
});

describe('every clock that runs warns', () => {
  const reported: RawHistory = [['reported', '2026-03-02']];

  it.each([
    ['2026-03-04', []],
    ['2026-03-05', ['district half']],
    ['2026-03-06', ['district most']],
    ['2026-03-09', ['district most']],
    ['2026-03-10', ['district overdue']],
  ])("the district's on %s: %j", (asOf, expected) => {
    expect(names(reported, asOf)).toEqual(expected);
  });

  it('a period that the rules do not set warns of nothing', () => {
    expect(names([['submitted', '2026-03-02']], '2026-05-02', 'cn-2021-57')).toEqual([]);
  });

  it('who is refused is told in three working days as well', () => {
    expect(clock([...reported, ['refused', '2026-03-06']])).toMatchObject({
      ok: true,
      value: { inform: '2026-03-11' },
    });
  });

  it('the overdue one is escalated, whatever stands before it', () => {
    const due = '2026-03-20';
    const warnings = [
      { clock: 'district' as const, level: 'half' as const, due },
      { clock: 'wholeCase' as const, level: 'overdue' as const, due },
    ];
    expect(escalatedTo({ warnings }, 'REPORTED')).toBe('districtHead');
  });
});
