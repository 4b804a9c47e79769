import { describe, expect, it } from 'vitest';
import { shippedCalendar } from '../calendar/shipped-calendar.ts';
import { shippedRuleSets } from '../rules/shipped.ts';
import { caseClock } from './case-clock.ts';
import { readHistory, type RawHistory } from './history.ts';

const failureOf = (history: RawHistory) => {
  const read = readHistory(history);
  return read.ok ? 'ok' : { code: read.failure.code, index: read.failure.data?.['index'] };
};
const accepted = ['accepted', '2026-03-02'] as const;
const posted = ['noticePosted', '2026-03-09'] as const;

describe('readHistory', () => {
  it.each<[string, RawHistory, string, number]>([
    ['nothing', [], 'history.empty', 0],
    ['an unknown kind', [['approved', '2026-03-02']], 'history.unknownKind', 0],
    ['a date that does not exist', [['accepted', '2026-02-29']], 'history.date', 0],
    ['going back in time', [accepted, ['noticePosted', '2026-03-01']], 'history.unordered', 1],
    ['accepted before submitted', [accepted, ['submitted', '2026-03-03']], 'history.impossible', 1],
    [
      'accepted while a supplement is open',
      [['supplementIssued', '2026-03-02'], accepted],
      'history.impossible',
      1,
    ],
    ['reported without a notice', [accepted, ['reported', '2026-03-20']], 'history.impossible', 1],
    ['confirmed without a report', [accepted, posted, ['confirmed', '2026-03-20']], 'history.impossible', 2],
    ['confirmed out of nothing', [['confirmed', '2026-03-20']], 'history.impossible', 0],
    ['an objection without a notice', [accepted, ['objected', '2026-03-10']], 'history.impossible', 1],
    [
      'posted twice without an objection',
      [accepted, posted, ['noticePosted', '2026-03-10']],
      'history.impossible',
      2,
    ],
    [
      'extended before acceptance',
      [
        ['submitted', '2026-03-02'],
        ['extended', '2026-03-03'],
      ],
      'history.impossible',
      1,
    ],
    [
      'extended twice',
      [accepted, ['extended', '2026-03-03'], ['extended', '2026-03-04']],
      'history.impossible',
      2,
    ],
    ['anything after withdrawal', [accepted, ['withdrawn', '2026-03-03'], posted], 'history.impossible', 2],
  ])('refuses %s', (_, history, code, index) => {
    expect(failureOf(history)).toEqual({ code, index });
  });

  it('follows the recheck loop and an alert that became an application', () => {
    const loop: RawHistory = [
      ['alertRaised', '2026-02-26'],
      ['submitted', '2026-02-27'],
      accepted,
      ['surveyStarted', '2026-03-03'],
      ['notEligible', '2026-03-04'],
      ['recheckRequested', '2026-03-05'],
      ['preliminary', '2026-03-06'],
      posted,
    ];
    expect(readHistory(loop)).toMatchObject({ ok: true, value: { state: 'NOTICE' } });
  });
});

describe('a notice', () => {
  it('is never cut short: reporting waits for its last day, moved off a holiday', () => {
    const [rules] = shippedRuleSets;
    const report = (date: string) =>
      caseClock(shippedCalendar, rules!, [
        ['accepted', '2025-09-22'],
        ['noticePosted', '2025-09-29'],
        ['reported', date],
      ]);
    expect(report('2025-10-08')).toMatchObject({
      ok: false,
      failure: { code: 'history.noticeNotOver', data: { index: 2, noticeEnds: '2025-10-09' } },
    });
    expect(report('2025-10-09').ok).toBe(true);
  });
});
