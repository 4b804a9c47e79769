import { describe, expect, it } from 'vitest';
import { shippedCalendar } from '../calendar/shipped-calendar.ts';
import { shippedRuleSets } from '../rules/shipped.ts';
import type { Step } from '../process/steps.ts';
import { caseWalk } from '../testing/process-walk.ts';
import { caseClock } from './case-clock.ts';
import { escalate, escalatedTo } from './escalation.ts';

const clockAt = (step: Step, asOf: string) => {
  const clock = caseClock(shippedCalendar, shippedRuleSets[0]!, caseWalk('dibao', step).state.history, asOf);
  if (!clock.ok) throw new Error(clock.failure.code);
  return clock.value;
};

describe('an overdue case', () => {
  it.each([
    ['SUBMITTED', '2025-02-13', 'townHead'],
    ['ACCEPTED', '2025-02-14', 'townHead'],
    ['SURVEY', '2025-02-26', 'townHead'],
    ['NOTICE', '2025-03-14', 'townReviewer'],
    ['OBJECTION', '2025-03-20', 'townHead'],
    ['REPORTED', '2025-03-03', 'districtHead'],
  ] satisfies [Step, string, string][])('at %s on %s is shown to the %s', (step, day, role) => {
    expect(escalatedTo(clockAt(step, day), step)).toBe(role);
  });

  it('says which clock, and early warnings go to nobody else', () => {
    expect(escalate(clockAt('SURVEY', '2025-02-26'), 'SURVEY')).toEqual([
      { clock: 'review', level: 'overdue', due: '2025-02-25', to: 'townHead' },
      { clock: 'wholeCase', level: 'half', due: '2025-03-04', to: null },
    ]);
    expect(escalatedTo(clockAt('SUBMITTED', '2025-02-11'), 'SUBMITTED')).toBeNull();
    expect(escalate(clockAt('SUBMITTED', '2025-02-11'), 'SUBMITTED')).toMatchObject([
      { level: 'half', to: null },
    ]);
  });

  it('stays where it is, however late: the clock decides nothing', () => {
    for (const step of ['SUBMITTED', 'SURVEY', 'NOTICE', 'REPORTED'] as const)
      expect(clockAt(step, '2026-06-01').state).toBe(step);
    expect(escalatedTo(clockAt('REGISTERED', '2026-06-01'), 'REGISTERED')).toBeNull();
  });
});
