import { describe, expect, it } from 'vitest';
import type { Progress } from '../../../contract/views.ts';
import { whatNext, whenWords } from './progress-words.ts';

const step = (
  name: Progress['steps'][number]['name'],
  state: 'done' | 'current' | 'ahead',
  on: string | null = null,
  due: string | null = null,
) => ({ name, state, on, due });
const today = '2026-01-20';

describe('progress in words', () => {
  it('says the day with its weekday, and the year only when it is another', () => {
    expect(whenWords(step('submitted', 'done', '2026-01-19'), today)).toBe('1月19日（周一）完成');
    expect(whenWords(step('accepted', 'current', null, '2026-01-27'), today)).toBe('1月27日（周二）前');
    expect(whenWords(step('submitted', 'done', '2025-12-31'), today)).toBe('2025年12月31日（周三）完成');
  });

  it('never invents a day: unpublished and overdue are said as such', () => {
    expect(whenWords(step('survey', 'current', null, 'calendar.unpublished'), today)).toContain('算不出来');
    expect(whenWords(step('accepted', 'current', null, '2026-01-16'), today)).toContain('请问工作人员');
    expect(whenWords(step('notice', 'ahead'), today)).toBe('');
  });

  it('tells what the resident has to do: only a supplement asks for something', () => {
    const progress = (...steps: Progress['steps']): Progress => ({
      caseCode: 'X',
      applicantName: '张**',
      steps,
      supplement: null,
    });
    expect(whatNext(progress(step('submitted', 'done'), step('accepted', 'current')))).toContain(
      '不用做什么',
    );
    expect(whatNext(progress(step('submitted', 'done'), step('supplement', 'current')))).toContain(
      '交到窗口',
    );
    expect(whatNext(progress(step('submitted', 'done'), step('abandoned', 'done')))).toContain('再申请');
  });
});
