import { describe, expect, it } from 'vitest';
import { VisitMode, type Residence } from '../case/process-data.ts';
import { visitOn } from '../testing/process-samples.ts';
import { addMonths, nextVisitDue, visitProblem } from './visit-rules.ts';

const on = '2025-06-12';
const visit = visitOn(1, on);

describe('the yearly visit', () => {
  it.each([
    ['home', ['home']],
    ['separatedCentral', ['inPerson', 'home']],
    ['outside', ['phone', 'video', 'inPerson', 'home']],
  ] satisfies [Residence, string[]][])('of a household that lives %s: %s', (residence, modes) => {
    for (const mode of VisitMode.options) {
      const problem = visitProblem({ ...visit, mode }, residence, on);
      expect(problem).toEqual(modes.includes(mode) ? null : { code: 'visit.wrongMode', data: { modes } });
    }
  });

  it('where somebody went, there is a photo; on the phone there is none', () => {
    const bare = { ...visit, photos: [] };
    expect(visitProblem(bare, 'home', on)).toEqual({ code: 'survey.photoMissing' });
    expect(visitProblem({ ...bare, mode: 'inPerson' }, 'outside', on)).toEqual({
      code: 'survey.photoMissing',
    });
    expect(visitProblem({ ...bare, mode: 'phone' }, 'outside', on)).toBeNull();
    expect(visitProblem({ ...bare, mode: 'video' }, 'outside', on)).toBeNull();
  });

  it('is on a day that has come', () => {
    expect(visitProblem(visit, 'home', '2025-06-11')).toEqual({ code: 'survey.inFuture', data: { on } });
  });
});

describe('the next one is due', () => {
  it('so many months after the last one, or after registration', () => {
    expect(nextVisitDue('2025-02-26', [], 12)).toBe('2026-02-26');
    expect(nextVisitDue('2025-02-26', ['2025-12-01', '2025-06-12'], 12)).toBe('2026-12-01');
    expect(nextVisitDue('2025-02-26', ['2024-06-12'], 12)).toBe('2026-02-26');
  });

  it.each([
    ['2025-01-31', 1, '2025-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-11-30', 3, '2026-02-28'],
    ['2025-12-31', 1, '2026-01-31'],
    ['2025-12-01', 12, '2026-12-01'],
    ['2025-10-15', 0, '2025-10-15'],
  ])('%s and %s months: %s', (from, months, due) => {
    expect(addMonths(from, months)).toBe(due);
  });
});
