import { describe, expect, it } from 'vitest';
import { shanghaiDate } from '../values/iso-date.ts';
import { AmountsList, amountsOn } from './amounts-list.ts';
import { demoAmounts } from './shipped.ts';

const later = { ...demoAmounts, id: 'amounts-later', effectiveFrom: '2026-07-01' };
const latest = { ...demoAmounts, id: 'amounts-latest', effectiveFrom: '2027-07-01' };

describe('amounts in force', () => {
  it.each([
    ['2024-12-31', undefined],
    ['2025-01-01', 'amounts-demo'],
    ['2026-06-30', 'amounts-demo'],
    ['2026-07-01', 'amounts-later'],
    ['2027-06-30', 'amounts-later'],
    ['2030-01-01', 'amounts-latest'],
  ])('on %s are %s, in whatever order the versions are listed', (day, id) => {
    expect(amountsOn([later, demoAmounts, latest], day)?.id).toBe(id);
    expect(amountsOn([latest, later, demoAmounts], day)?.id).toBe(id);
  });

  it('change at midnight in Shanghai', () => {
    const at = (instant: string) => amountsOn([demoAmounts, later], shanghaiDate(instant))?.id;
    expect(at('2026-06-30T15:59:59.999Z')).toBe('amounts-demo');
    expect(at('2026-06-30T16:00:00.000Z')).toBe('amounts-later');
  });

  it('are none where none are known', () => expect(amountsOn([], '2026-07-01')).toBeNull());
});

describe('a list of amounts', () => {
  const accepted = (list: unknown[]) => AmountsList.safeParse(list).success;
  it('names each version and each first day once', () => {
    expect(accepted([demoAmounts, later])).toBe(true);
    expect(accepted([later, { ...demoAmounts, effectiveFrom: later.effectiveFrom }])).toBe(false);
    expect(accepted([later, { ...demoAmounts, id: later.id }])).toBe(false);
    expect(accepted([])).toBe(false);
  });
});
