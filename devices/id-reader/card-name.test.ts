import { expect, it } from 'vitest';
import { cardName } from './card-name.ts';

it('turns the eighty private codes of older chips into today’s characters', () => {
  expect(cardName('张\ue863')).toBe('张䶮');
  expect(cardName('王\ue816\ue864')).toBe('王𠂇龻');
  const all = Array.from({ length: 80 }, (_, i) => cardName(`张${String.fromCodePoint(0xe815 + i)}例`));
  // Ten of the eighty are radicals, not characters of names.
  expect(all.filter((name) => name === null).length).toBeLessThan(20);
  expect(all).not.toContain('');
});

it('leaves a name with an unknown private code to the clerk, and refuses what is no name', () => {
  expect(cardName('张\ue000')).toBe('');
  expect(cardName('张\u{f0001}')).toBe('');
  expect([cardName(''), cardName('1234'), cardName('张')]).toEqual([null, null, null]);
});

it('takes names as chips pad and dot them', () => {
  expect(cardName('张示例            ')).toBe('张示例');
  expect(cardName('示例•买买提')).toBe('示例·买买提');
});
