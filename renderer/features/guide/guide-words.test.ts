import { describe, expect, it } from 'vitest';
import { guideBook } from './guide-book.ts';
import { dayWords, sourceWords } from './guide-words.ts';

describe('sources in words', () => {
  it('give the day, or the year where only that is known', () => {
    expect(dayWords('2026-07-01')).toBe('2026年7月1日');
    expect(dayWords('2023')).toBe('2023年');
  });

  it('say which text counts where the full text is not at hand', () => {
    const of = (id: string): string[] => guideBook.find((each) => each.id === id)!.sources.map(sourceWords);
    expect(of('law-62')).toEqual(['《中华人民共和国社会救助法》第六十二条，2026年7月1日施行']);
    expect(of('visits')[0]).toBe('九龙坡民政〔2023〕251号，2023年印发；以区民政局印发文本为准');
    expect(of('clerk-relatives')[0]).toMatch(/第二十条，2021年7月1日施行；以公布的原文为准$/);
  });
});
