import { describe, expect, it } from 'vitest';
import { parsePersonName, PersonName } from './person-name.ts';
import { ok } from './result.ts';

const code = (text: string) => {
  const parsed = parsePersonName(text);
  return parsed.ok ? 'ok' : parsed.failure.code;
};

describe('parsePersonName', () => {
  it.each([
    ['张示例', '张示例'],
    [' 张　 三 ', '张三'],
    ['刘䶮', '刘䶮'],
    ['王𬭸', '王𬭸'],
    ['𠮷𪚥', '𠮷𪚥'],
    ['李〇', '李〇'],
    ['阿依•古丽', '阿依·古丽'],
    ['阿依．古丽', '阿依·古丽'],
    ['阿依.古丽', '阿依·古丽'],
    ['阿依 ・ 古丽', '阿依·古丽'],
    ['ＪＯＨＮ  SMITH', 'JOHN SMITH'],
    ["Seán O'Brien-Roe Jr.", "Seán O'Brien-Roe Jr."],
  ])('%s is stored as %s', (text, name) => {
    expect(parsePersonName(text)).toEqual(ok(name));
  });

  it('keeps compatibility ideographs, which Unicode normalisation would replace', () => {
    expect(parsePersonName('張\u{F9DC}')).toEqual(ok('張\u{F9DC}'));
  });

  it('counts code points', () => {
    expect(code('𬭸')).toBe('personName.length');
    expect(code('𬭸'.repeat(2))).toBe('ok');
    expect(code('𬭸'.repeat(50))).toBe('ok');
    expect(code('𬭸'.repeat(51))).toBe('personName.length');
    expect(code('')).toBe('personName.length');
  });

  it.each(['张3', '张\u0000三', '张\u200B三', '张三1', '张<b>', '张\uE000', '·张三', '张三·', '张、三'])(
    'refuses %j',
    (text) => {
      expect(code(text)).toBe('personName.characters');
    },
  );

  it('stores only the normal spelling', () => {
    expect(PersonName.safeParse('阿依·古丽').success).toBe(true);
    expect(PersonName.safeParse('阿依•古丽').success).toBe(false);
  });
});
