import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapLines } from './wrap-lines.ts';

/** Han one wide, the rest a half. */
const measure = (text: string) => [...text].reduce((sum, char) => sum + (/[ -~]/.test(char) ? 0.5 : 1), 0);
const wrap = (text: string, width: number, first = 0) => wrapLines(text, width, measure, first);

describe('wrapLines', () => {
  it('breaks between Han characters, the first line earlier', () => {
    expect(wrap('一二三四五六七', 4, 2)).toEqual(['一二', '三四五六', '七']);
  });
  it('begins no line with a closing mark and ends none with an opening one', () => {
    expect(wrap('一二三四，五六', 4)).toEqual(['一二三', '四，五六']);
    expect(wrap('一二三（四）五', 4)).toEqual(['一二三', '（四）五']);
    expect(wrap('一二《三》。四', 4)).toEqual(['一二', '《三》。', '四']);
  });
  it('keeps numbers, words and days whole', () => {
    expect(wrap('一二三K7QM-012号', 5)).toEqual(['一二三', 'K7QM-012号']);
    expect(wrap('一二三3月10日止', 5)).toEqual(['一二三', '3月10日止']);
  });
  it('cuts what is wider than a line', () => {
    expect(wrap('ABCDEFGHIJ', 2)).toEqual(['ABCD', 'EFGH', 'IJ']);
  });
  it('never splits a character in two', () => {
    expect(wrap('𬭸𬭸𬭸', 2)).toEqual(['𬭸𬭸', '𬭸']);
  });
  it('gives one empty line for an empty text', () => {
    expect(wrap('', 4)).toEqual(['']);
  });
  it('loses nothing and fills no line beyond its width', () => {
    const chars = fc.constantFrom(...'一二三，。（）《》“”、：ab1-2 月日年𬭸');
    fc.assert(
      fc.property(fc.array(chars, { maxLength: 60 }), fc.integer({ min: 4, max: 12 }), (list, width) => {
        const text = list.join('');
        const lines = wrap(text, width, 2);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        lines.forEach((line, i) => expect(measure(line)).toBeLessThanOrEqual(width - (i === 0 ? 2 : 0)));
      }),
    );
  });
});
