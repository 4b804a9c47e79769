import { describe, expect, it } from 'vitest';
import { sampleSubmit } from '../../../domain/testing/sample-application.ts';
import { recordedLines } from './recorded-lines.ts';

const { income, arithmetic } = sampleSubmit().application;
const words = (recorded: typeof arithmetic) =>
  recordedLines(income, recorded).map(({ label, value }) => `${label} ${value}`);

describe('the arithmetic on record', () => {
  it('shows the standard of the day, not the one in force by now', () => {
    const then = { ...arithmetic, amountsId: 'amounts-2019', standardFen: 58_000 };
    expect(words(then).at(-1)).toBe('低保标准，每人每月 580.00 元');
    expect(words(then)[0]).toContain('转移净收入');
  });

  it('leaves out terms that do not give the recorded sum', () => {
    const other = { ...arithmetic, countableFen: 123_400, perCapitaFen: 61_700 };
    expect(words(other)).toEqual([
      '每月可计收入 1,234.00 元',
      expect.stringContaining('617.00 元'),
      expect.stringContaining('低保标准'),
    ]);
  });
});
