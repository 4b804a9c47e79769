import { describe, expect, it } from 'vitest';
import refusal from '../../assets/document-templates/refusalNotice.json' with { type: 'json' };
import { checkTemplate } from './check-template.ts';
import { parseTemplate, readTemplate } from './parse-template.ts';
import { DocumentTemplate } from './template.ts';

const text = JSON.stringify(refusal, null, 2);
const problems = (changed: string): string[] => {
  const read = readTemplate(changed);
  return read.ok ? checkTemplate('refusalNotice', read.value) : read.failure.data.problems;
};

describe('a template somebody edited', () => {
  it('passes as shipped, with a byte order mark too', () => {
    expect(problems(text)).toEqual([]);
    expect(problems(`\uFEFF${text}`)).toEqual([]);
  });

  it.each<[change: string, from: string | RegExp, to: string, says: string]>([
    ['a misspelt place', '{联系电话}', '{联系电活}', '没有 {联系电活} 这个空。是不是想写 {联系电话}？'],
    ['a brace too few', '{联系电话}', '{联系电话', '花括号不成对'],
    ['a needed place removed', /\{依据\}/g, '有关规定', '少了必须有的空 {依据}（依据的规定）。'],
    ['the way against it removed', /行政诉讼/g, '找法院', '少了必须写明的内容：“行政诉讼”。'],
    ['an unknown list', '"of": "理由"', '"of": "原由"', '没有“原由”这个名单。是不是想写 理由？'],
    ['a needed list removed', '"of": "理由"', '"of": "计算过程"', '少了必须有的名单“理由”'],
    ['an unknown column', '"field": "金额"', '"field": "钱"', '“计算过程”没有“钱”这一栏'],
    ['an unknown condition', '"when": "有计算过程"', '"when": "算过"', '没有“算过”这个条件'],
    ['a comma too few', '"不予确认告知书",', '"不予确认告知书"', '第 5 行或者它的上一行格式不对'],
    ['Chinese quotes', '"title":', '“title”:', '格式不对'],
    ['an empty title', '"title": "不予确认告知书"', '"title": ""', 'title：不能空着'],
    ['an unknown part', '"seal": true', '"seal": true, "印章": 1', '有不认识的项 印章'],
    ['a missing part', '"seal": true,', '', 'seal：没有写'],
    ['an unknown block', '"type": "list"', '"type": "lists"', '正文第 2 块的 type：type 写错了'],
    ['another kind', '"kind": "refusalNotice"', '"kind": "publication"', '应当写 refusalNotice'],
  ])('%s', (_change, from, to, says) => {
    const changed = text.replace(from, to);
    expect(changed).not.toBe(text);
    expect(problems(changed).join('\n')).toContain(says);
  });

  it.each([null, 3, [], 'x', {}])('that is %j is refused in words', (json) => {
    const parsed = parseTemplate(json);
    expect(parsed).toMatchObject({ ok: false, failure: { code: 'template.invalid' } });
  });

  it('may name only what its kind offers: a publication knows no case number', () => {
    const template = DocumentTemplate.parse({ ...refusal, kind: 'publication' });
    expect(checkTemplate('publication', template).join('\n')).toContain('没有 {区里编号} 这个空');
  });
});
