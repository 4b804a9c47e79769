import type { z } from 'zod';
import { ok, type Failure, type Result } from '../values/result.ts';
import { DocumentTemplate } from './template.ts';

/** `problems`: plain Chinese sentences for whoever edits the file. */
export type TemplateFailure = Failure<'template.invalid'> & { data: { problems: string[] } };

const invalid = (...problems: string[]): Result<DocumentTemplate, TemplateFailure> => ({
  ok: false,
  failure: { code: 'template.invalid', data: { problems } },
});

/** Reads the text of a template file. What its words may say is checked by `checkTemplate`. */
export function readTemplate(text: string): Result<DocumentTemplate, TemplateFailure> {
  try {
    return parseTemplate(JSON.parse(text.replace(/^\uFEFF/, '')));
  } catch (error) {
    return invalid(brokenJson(String(error)));
  }
}

function brokenJson(message: string): string {
  const [, token] = /Unexpected token '(.)'/u.exec(message) ?? [];
  if (token !== undefined)
    return `文件里“${token}”的位置不对。引号、逗号、冒号、括号都要用英文的，不多也不少。`;
  const [, line] = /\(line (\d+)/.exec(message) ?? [];
  const where = line === undefined ? '文件' : `第 ${line} 行或者它的上一行`;
  return `${where}格式不对，多半是少了或者多了引号、逗号、括号；都要用英文的。`;
}

/** Checks the shape of a template: which parts there are, and that none is empty or unknown. */
export function parseTemplate(json: unknown): Result<DocumentTemplate, TemplateFailure> {
  const parsed = DocumentTemplate.safeParse(json);
  return parsed.success ? ok(parsed.data) : invalid(...parsed.error.issues.map(inWords));
}

function inWords(issue: z.core.$ZodIssue): string {
  const where = placeInWords(issue.path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${where}：有不认识的项 ${issue.keys.join('、')}，请检查拼写或者删掉。`;
    case 'invalid_union':
      return `${where}：type 写错了，只能是 text、heading、list、table、form、signatures 或 cut。`;
    case 'invalid_value':
      return `${where}：只能写 ${issue.values.join('、')}。`;
    case 'too_small':
      return `${where}：不能空着，或者太小了。`;
    case 'too_big':
      return `${where}：太长、太多或者太大了，最多 ${issue.maximum}。`;
    case 'invalid_format':
      return `${where}：写法不对，只能用字母、数字、点和短横线。`;
    case 'invalid_type':
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'not_multiple_of':
      return `${where}：没有写，或者写法不对。`;
  }
}

/** ['blocks', 2, 'columns', 0, 'title'] → 正文第 3 块的 columns 第 1 项的 title */
function placeInWords(path: readonly PropertyKey[]): string {
  const words = path.map((part, i) => {
    if (typeof part === 'number')
      return path[i - 1] === 'blocks' ? `第 ${part + 1} 块` : ` 第 ${part + 1} 项`;
    if (i === 0) return part === 'blocks' ? '正文' : String(part);
    return `的 ${String(part)}`;
  });
  return words.join('') || '文件';
}
