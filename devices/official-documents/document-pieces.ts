import type { FilledBlock, FilledDocument } from '../../domain/official-documents/fill-template.ts';
import { form, table } from './box-pieces.ts';
import { cutLine, sealBlock, signatures } from './closing-pieces.ts';
import { kept, space, type Piece } from './pieces.ts';
import { body, centred, page, small, type Sheet } from './sheet.ts';
import { heading, numbered, paragraphs } from './text-pieces.ts';

export interface Frame {
  officeName: string;
  number: string;
  /** 2026年3月10日 */
  date: string;
}

/** The whole document as strips, top to bottom. */
export function documentPieces(sheet: Sheet, document: FilledDocument, frame: Frame): Piece[] {
  const content = [
    ...(document.addressee === null ? [] : paragraphs(sheet, document.addressee, { first: 0 })),
    ...document.blocks.flatMap((block, i) => {
      const pieces = blockPieces(sheet, block);
      return document.blocks[i + 1]?.type === 'signatures' ? withNext(pieces, 2) : pieces;
    }),
  ];
  const closing = document.seal ? [sealBlock(sheet, frame.officeName, frame.date)] : [];
  const after = document.afterword === null ? [] : [space(8), ...paragraphs(sheet, document.afterword)];
  const slip = kept(document.slip.flatMap((block) => blockPieces(sheet, block)));
  return [...head(sheet, document.title, frame), ...bound(content, closing), ...after, ...slip];
}

/** A seal never stands on a page without words. */
function bound(content: Piece[], closing: Piece[]): Piece[] {
  if (closing.length === 0) return content;
  return [...withNext(content, 3), ...closing];
}

/** The last strips go to a new page together with what follows: nobody signs an empty page. */
const withNext = (pieces: Piece[], count: number): Piece[] => [
  ...pieces.slice(0, -count),
  ...kept(pieces.slice(-count)),
];

function head(sheet: Sheet, title: string, { officeName, number }: Frame): Piece[] {
  const office = { size: 20, line: 34 };
  const name = { size: 24, line: 42 };
  const lines = (text: string, type: typeof office) =>
    sheet.wrap(text, page.width, type.size).map((line) => centred(sheet, line, type, sheet.face(line)));
  return kept([
    ...lines(officeName, office),
    ...lines(title, name),
    space(6),
    centred(sheet, number, small, 'regular'),
    space(22),
  ]);
}

function blockPieces(sheet: Sheet, block: FilledBlock): Piece[] {
  switch (block.type) {
    case 'text':
      return paragraphs(sheet, block.text, block.indent ? {} : { first: 0 });
    case 'heading':
      return heading(sheet, block.text);
    case 'list':
      return numbered(sheet, block.items);
    case 'table':
      return around(table(sheet, block));
    case 'form':
      return around(form(sheet, block));
    case 'signatures':
      return signatures(sheet, block.lines);
    case 'cut':
      return cutLine(sheet, block.text);
  }
}

const around = (pieces: Piece[]): Piece[] => [space(body.line / 4), ...pieces, space(body.line / 4)];
