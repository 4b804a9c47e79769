import type { Offer } from './define-kind.ts';
import { specOf, type DocumentKind } from './document-kinds.ts';
import { hasLooseBrace, placesOf } from './placeholders.ts';
import type { Block, DocumentTemplate } from './template.ts';

/** A text of the template, where it stands in words, and the names it may use. */
interface Piece {
  where: string;
  text: string;
  names: string[];
}

/** What is wrong with a template, one plain Chinese sentence each; [] when it can be used. */
export function checkTemplate(kind: DocumentKind, template: DocumentTemplate): string[] {
  if (template.kind !== kind)
    return [`文件是“${specOf(kind).title}”的，里面的 kind 却写着 ${template.kind}，应当写 ${kind}。`];
  const { offer } = specOf(kind);
  const blocks = [
    ...template.blocks.map((block, i) => ({ block, where: `正文第 ${i + 1} 块` })),
    ...(template.slip ?? []).map((block, i) => ({ block, where: `回执第 ${i + 1} 块` })),
  ];
  const pieces = [...piecesOfFrame(template, offer), ...blocks.flatMap((one) => piecesOf(one, offer))];
  return [
    ...pieces.flatMap(checkPiece),
    ...blocks.flatMap((one) => checkNames(one, offer)),
    ...missing(
      offer,
      pieces,
      blocks.map(({ block }) => block),
    ),
  ];
}

function piecesOfFrame({ title, addressee, afterword }: DocumentTemplate, offer: Offer): Piece[] {
  const names = Object.keys(offer.fields);
  return [
    { where: '标题', text: title, names },
    { where: '称呼', text: addressee ?? '', names },
    { where: '附注', text: afterword ?? '', names },
  ];
}

function piecesOf({ block, where }: { block: Block; where: string }, offer: Offer): Piece[] {
  const names = Object.keys(offer.fields);
  const piece = (text: string) => ({ where, text, names });
  switch (block.type) {
    case 'text':
    case 'heading':
    case 'cut':
      return [piece(block.text)];
    case 'list':
      return [{ where, text: block.text, names: Object.keys(offer.lists[block.of]?.columns ?? {}) }];
    case 'table':
      return block.columns.map(({ title }) => piece(title));
    case 'form':
      return block.rows.flatMap(({ cells }) =>
        cells.flatMap(({ label, text }) => [piece(label), piece(text)]),
      );
    case 'signatures':
      return block.lines.map(piece);
  }
}

function checkPiece({ where, text, names }: Piece): string[] {
  const loose = hasLooseBrace(text) ? [`${where}：花括号不成对，应当像 {日期} 这样一左一右。`] : [];
  const unknown = placesOf(text)
    .filter((name) => !names.includes(name))
    .map((name) => `${where}：没有 {${name}} 这个空。${suggest(name, names)}`);
  return [...loose, ...unknown];
}

function checkNames({ block, where }: { block: Block; where: string }, offer: Offer): string[] {
  const found: string[] = [];
  const conditions = Object.keys(offer.conditions);
  if (block.when !== undefined && !conditions.includes(block.when))
    found.push(`${where}：没有“${block.when}”这个条件。${suggest(block.when, conditions, '', '')}`);
  if (block.type !== 'list' && block.type !== 'table') return found;
  const list = offer.lists[block.of];
  if (!list)
    return [
      ...found,
      `${where}：没有“${block.of}”这个名单。${suggest(block.of, Object.keys(offer.lists), '', '')}`,
    ];
  if (block.type === 'list') return found;
  const columns = Object.keys(list.columns);
  for (const { field } of block.columns)
    if (!columns.includes(field))
      found.push(`${where}：“${block.of}”没有“${field}”这一栏。${suggest(field, columns, '', '')}`);
  return found;
}

/** What the kind cannot do without, in any block: a condition may hide it, and that is the editor's to answer for. */
function missing(offer: Offer, pieces: Piece[], blocks: Block[]): string[] {
  const used = new Set(pieces.flatMap(({ text }) => placesOf(text)));
  const listed = new Set(blocks.flatMap((block) => ('of' in block ? [block.of] : [])));
  const text = pieces.map((piece) => piece.text).join('\n');
  const need = (group: Record<string, { means: string; required?: true }>) =>
    Object.entries(group).filter(([, { required }]) => required);
  return [
    ...need(offer.fields)
      .filter(([name]) => !used.has(name))
      .map(([name, { means }]) => `少了必须有的空 {${name}}（${means}）。`),
    ...need(offer.lists)
      .filter(([name]) => !listed.has(name))
      .map(([name, { means }]) => `少了必须有的名单“${name}”（${means}）。`),
    ...offer.mustSay
      .filter((words) => !text.includes(words))
      .map((words) => `少了必须写明的内容：“${words}”。`),
  ];
}

/** The nearest name there is, or all of them. */
function suggest(name: string, names: string[], open = '{', close = '}'): string {
  const shared = (other: string) => [...other].filter((char) => name.includes(char)).length;
  const best = names.reduce((found, other) => (shared(other) > shared(found) ? other : found), '');
  if (best !== '') return `是不是想写 ${open}${best}${close}？`;
  return names.length === 0 ? '' : `可以用的有：${names.map((one) => `${open}${one}${close}`).join('、')}。`;
}
