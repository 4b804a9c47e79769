import { describe, expect, it } from 'vitest';
import { shippedRuleSets } from '../rules/shipped.ts';
import type { Process } from './process.ts';
import { stepsToDo } from './work.ts';

const { dibao, linshi } = shippedRuleSets[0]!.processes as Record<string, Process>;

describe('steps in which somebody has to move a case on', () => {
  it.each([
    [
      'windowClerk',
      [
        'SUPPLEMENT',
        'ABANDONED',
        'ACCEPTED',
        'SURVEY',
        'NOT_ELIGIBLE',
        'RECHECK',
        'PRELIMINARY',
        'NOTICE',
        'OBJECTION',
        'RESURVEY',
        'CONFIRMED',
        'REASSESSMENT',
      ],
    ],
    [
      'village',
      ['SURVEY', 'RECHECK', 'PRELIMINARY', 'NOTICE', 'OBJECTION', 'RESURVEY', 'CONFIRMED', 'REASSESSMENT'],
    ],
    ['grid', ['SURVEY', 'RECHECK', 'OBJECTION', 'RESURVEY', 'REASSESSMENT']],
    ['districtReviewer', ['REPORTED', 'CONFIRMED', 'PUBLISHED', 'REASSESSMENT']],
    ['admin', []],
  ] as const)('of a %s', (role, steps) => {
    expect(stepsToDo({ dibao: dibao! }, role)).toEqual(steps);
  });

  it('of every kind in force together, each once, in the order of the procedure', () => {
    expect(stepsToDo({}, 'townHead')).toEqual([]);
    expect(stepsToDo({ linshi: linshi! }, 'townHead').slice(0, 3)).toEqual([
      'SUBMITTED',
      'SUPPLEMENT',
      'ACCEPTED',
    ]);
    const both = stepsToDo({ linshi: linshi!, dibao: dibao! }, 'townReviewer');
    expect(both).toEqual([...new Set(both)]);
    expect(both).toContain('NOTICE');
    expect(both).toContain('EXPLAINED');
    for (const over of ['REGISTERED', 'REFUSED', 'WITHDRAWN', 'TERMINATED', 'ENDED'] as const)
      expect(both).not.toContain(over);
  });

  it('not what may happen at any time', () => {
    const only = (command: string): Process => ({
      ...dibao!,
      transitions: dibao!.transitions.filter((t) => t.command === command),
    });
    for (const command of ['withdraw', 'terminate', 'amend', 'registerObjection', 'reportChange'])
      expect(stepsToDo({ x: only(command) }, 'townReviewer')).toEqual([]);
    expect(stepsToDo({ x: only('takeDownNotice') }, 'townReviewer')).toEqual(['NOTICE']);
    expect(stepsToDo({ x: only('recordSurvey') }, 'grid')).toContain('SURVEY');
    expect(stepsToDo({ x: only('claim') }, 'townReviewer')).toEqual([]);
  });
});
