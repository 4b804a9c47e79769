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

describe('ways of the whole procedure', () => {
  const reported: RawHistory = [accepted, posted, ['reported', '2026-03-16']];
  const stateOf = (history: RawHistory, notice = true) => {
    const read = readHistory(history, { notice });
    return read.ok ? read.value.state : read.failure.code;
  };

  it.each<[string, RawHistory, string]>([
    ['returned by the district', [...reported, ['returned', '2026-03-17']], 'RESURVEY'],
    ['changed before the notice', [accepted, ['amended', '2026-03-03']], 'SURVEY'],
    [
      'changed after not eligible',
      [accepted, ['notEligible', '2026-03-03'], ['amended', '2026-03-04']],
      'SURVEY',
    ],
    ['changed under the notice', [accepted, posted, ['amended', '2026-03-10']], 'RESURVEY'],
    ['changed after the report', [...reported, ['amended', '2026-03-17']], 'RESURVEY'],
    ['objected to after the report', [...reported, ['objected', '2026-03-17']], 'OBJECTION'],
    [
      'objected to while proposed anew',
      [
        accepted,
        posted,
        ['objected', '2026-03-10'],
        ['preliminary', '2026-03-11'],
        ['objected', '2026-03-12'],
      ],
      'OBJECTION',
    ],
    ['granted first', [accepted, ['grantedFirst', '2026-03-03']], 'GRANTED'],
    ['explained after', [accepted, ['grantedFirst', '2026-03-03'], ['explained', '2026-03-09']], 'EXPLAINED'],
    [
      'published without confirmation',
      [accepted, ['grantedFirst', '2026-03-03'], ['explained', '2026-03-09'], ['published', '2026-03-09']],
      'PUBLISHED',
    ],
    [
      'granted and then ended',
      [accepted, ['grantedFirst', '2026-03-03'], ['terminated', '2026-03-09']],
      'TERMINATED',
    ],
    [
      'a supplement on time after 自动放弃',
      [
        ['submitted', '2026-03-02'],
        ['supplementIssued', '2026-03-03'],
        ['abandoned', '2026-03-20'],
        ['supplemented', '2026-03-20'],
      ],
      'SUBMITTED',
    ],
  ])('%s', (_, history, state) => {
    expect(stateOf(history)).toBe(state);
  });

  it.each<[string, RawHistory]>([
    ['granted after the review', [accepted, ['preliminary', '2026-03-05'], ['grantedFirst', '2026-03-06']]],
    ['explained ungranted', [accepted, ['explained', '2026-03-06']]],
    ['published ungranted', [accepted, ['published', '2026-03-06']]],
    ['returned unreported', [accepted, posted, ['returned', '2026-03-16']]],
    ['objected to before any notice', [accepted, ['preliminary', '2026-03-05'], ['objected', '2026-03-06']]],
    ['changed after the decision', [...reported, ['confirmed', '2026-03-17'], ['amended', '2026-03-18']]],
    ['withdrawn after granting', [accepted, ['grantedFirst', '2026-03-03'], ['withdrawn', '2026-03-04']]],
  ])('never %s', (_, history) => {
    expect(stateOf(history)).toBe('history.impossible');
  });

  it('a kind without notice is reported from its review, no other', () => {
    const short: RawHistory = [accepted, ['preliminary', '2026-03-05'], ['reported', '2026-03-06']];
    expect(stateOf(short, false)).toBe('REPORTED');
    expect(stateOf(short)).toBe('history.impossible');
    const clock = (kind?: string) => caseClock(shippedCalendar, shippedRuleSets[0]!, short, undefined, kind);
    expect(clock('linshi')).toMatchObject({ ok: true, value: { due: { district: '2026-03-13' } } });
    expect(clock('dibao')).toMatchObject({ ok: false });
    expect(clock('unknown')).toMatchObject({ ok: false });
    expect(clock()).toMatchObject({ ok: false });
  });

  it('a change under the notice sets the case clock running again', () => {
    const [rules] = shippedRuleSets;
    const due = (history: RawHistory) => {
      const clock = caseClock(shippedCalendar, rules!, history);
      return clock.ok ? clock.value.due.wholeCase : clock.failure.code;
    };
    expect(due([accepted, posted])).toBe('2026-03-30');
    expect(due([accepted, posted, ['amended', '2026-03-11']])).toBe('2026-03-25');
    expect(due([accepted, posted, ['amended', '2026-03-11'], ['objected', '2026-03-12']])).toBe(
      'history.impossible',
    );
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
