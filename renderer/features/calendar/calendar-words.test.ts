import { expect, it } from 'vitest';
import { importedWords, serialWords } from './calendar-words.ts';

it('says which years came, which changed, and when nothing did', () => {
  expect(importedWords({ serial: 3, added: [2027], changed: [2026] })).toBe(
    '已采用第 3 版：新加了 2027 年，改了 2026 年。所有办件的到期日已经重新算过。',
  );
  expect(importedWords({ serial: 3, added: [], changed: [] })).toBe('和现在用的一样（第 3 版），没有变化。');
});

it('tells what came with the program from what the district sent', () => {
  expect([serialWords(0), serialWords(2)]).toEqual(['安装程序自带的', '区里发的第 2 版']);
});
