import { describe, expect, it } from 'vitest';
import { demoAmounts } from '../../domain/rules/shipped.ts';
import { amountsWords } from './amounts-words.ts';

const real = {
  ...demoAmounts,
  ...{ id: 'amounts-example', title: '示例区低保标准', source: '示例区民政局文件', fictional: false },
  effectiveFrom: '2026-07-01',
};

describe('the standard in words', () => {
  it('names title, first day and source, and calls nothing fictional that is not', () => {
    expect(amountsWords(real)).toBe('金额标准：示例区低保标准，2026年7月1日起执行。出处：示例区民政局文件');
  });

  it('marks a fictional one even under a title that sounds real', () => {
    expect(amountsWords({ ...real, fictional: true })).toContain('虚构金额');
    expect(amountsWords(demoAmounts)).toContain('虚构金额');
  });
});
