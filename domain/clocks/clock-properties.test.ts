import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedCalendar as calendar } from '../calendar/shipped-calendar.ts';
import { isWorkingDay, nextWorkingDay } from '../calendar/work-calendar.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { shippedRuleSets } from '../rules/shipped.ts';
import { addDays } from '../values/iso-date.ts';
import { caseClock, type CaseClock } from './case-clock.ts';
import type { RawHistory } from './history.ts';

const anyRules = fc.constantFrom(...shippedRuleSets);

/** Accepted in 2025, posted some days later, perhaps objected to and posted again: all inside published years. */
const anyHistory = fc
  .record({
    start: fc.integer({ min: 0, max: 364 }),
    toPost: fc.integer({ min: 0, max: 40 }),
    toObject: fc.option(fc.integer({ min: 0, max: 12 })),
    toRepost: fc.integer({ min: 0, max: 20 }),
  })
  .map(({ start, toPost, toObject, toRepost }) => {
    const accepted = addDays('2025-01-01', start);
    const posted = addDays(accepted, toPost);
    const history: [string, string][] = [
      ['accepted', accepted],
      ['noticePosted', posted],
    ];
    if (toObject === null) return history;
    const objected = addDays(posted, toObject);
    history.push(['objected', objected], ['noticePosted', addDays(objected, toRepost)]);
    return history;
  });

function clock(rules: RuleSet, history: RawHistory, asOf?: string): CaseClock {
  const result = caseClock(calendar, rules, history, asOf);
  if (!result.ok) throw new Error(result.failure.code);
  return result.value;
}
const whole = (rules: RuleSet, history: RawHistory) => clock(rules, history).due.wholeCase ?? 'none';
const pausing = (rules: RuleSet, pausesCaseClock: boolean): RuleSet => ({
  ...rules,
  notice: { ...rules.notice, pausesCaseClock },
});

describe('every case clock', () => {
  it('is never shortened by a pause, an extension or a further step', () => {
    fc.assert(
      fc.property(anyRules, anyHistory, (rules, history) => {
        const due = whole(pausing(rules, true), history);
        expect(due >= whole(pausing(rules, false), history)).toBe(true);
        expect(due >= whole(pausing(rules, true), history.slice(0, -1))).toBe(true);
        const extended: RawHistory = [...history, ['extended', history.at(-1)![1]]];
        expect(whole(rules, extended) > whole(rules, history)).toBe(true);
      }),
    );
  });

  it('falls due on working days, whatever day it is asked', () => {
    fc.assert(
      fc.property(anyRules, anyHistory, fc.integer({ min: 0, max: 60 }), (rules, history, later) => {
        const asked = clock(rules, history, addDays(history.at(-1)![1], later));
        expect(asked.due).toEqual(clock(rules, history).due);
        for (const due of Object.values(asked.due)) {
          if (due !== null) expect(isWorkingDay(calendar, due)).toEqual({ ok: true, value: true });
        }
      }),
    );
  });

  it('has no day left exactly when the due date is reached', () => {
    fc.assert(
      fc.property(anyRules, anyHistory, fc.integer({ min: 0, max: 90 }), (rules, history, later) => {
        const asOf = addDays(history.at(-1)![1], later);
        const {
          usedWorkingDays: used,
          leftWorkingDays: left,
          totalWorkingDays: total,
          due,
        } = clock(rules, history, asOf);
        expect(Number(used) + Number(left)).toBe(total);
        expect(Number(left) <= 0).toBe(asOf >= (due.wholeCase ?? ''));
        const next = nextWorkingDay(calendar, addDays(due.wholeCase ?? '', 1));
        expect(clock(rules, history, next.ok ? next.value : '').leftWorkingDays).toBeLessThanOrEqual(0);
      }),
    );
  });
});
