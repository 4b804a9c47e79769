import type { Piece } from './pieces.ts';
import { body, page, putLine, type Sheet } from './sheet.ts';

/** Where a paragraph's lines begin; the first one `first` further in. */
interface Setting {
  left?: number;
  first?: number;
}

/** Paragraphs ('\n' between them), both edges even; no single line is left behind on a page. */
export function paragraphs(
  sheet: Sheet,
  text: string,
  { left = 0, first = 2 * body.size }: Setting = {},
): Piece[] {
  const width = page.width - left;
  return text.split('\n').flatMap((part) => {
    const lines = sheet.wrap(part, width, body.size, first);
    return lines.map((line, i) => {
      const inset = i === 0 ? first : 0;
      const last = i === lines.length - 1;
      const spread = last ? 0 : spreadOf(sheet, line, width - inset);
      const keep = lines.length > 1 && (i === 0 || i === lines.length - 2);
      const x = page.left + left + inset;
      return {
        height: body.line,
        keep,
        paint: (y: number) => putLine(sheet, line, { x, y, type: body, spread }),
      };
    });
  });
}

/** Room left over is shared out between the characters, unless so much that the line would fall apart. */
function spreadOf(sheet: Sheet, line: string, width: number): number {
  const spare = width - sheet.widthOf(line, body.size);
  const gaps = [...line].length - 1;
  return gaps > 0 && spare > 0 && spare < 4 * body.size ? spare / gaps : 0;
}

export function heading(sheet: Sheet, text: string): Piece[] {
  const x = page.left;
  const face = sheet.face(text);
  return sheet.wrap(text, page.width, body.size).map((line) => ({
    height: body.line + 4,
    keep: true,
    paint: (y: number) => putLine(sheet, line, { x, y: y + 2, type: body, face }),
  }));
}

/** 1. 2. 3. … each with its lines under one another. */
export function numbered(sheet: Sheet, items: readonly string[]): Piece[] {
  const left = 2 * body.size + sheet.widthOf(`${items.length}．`, body.size) + 2;
  return items.flatMap((item, i) => {
    const [head, ...rest] = paragraphs(sheet, item, { left, first: 0 });
    if (!head) return [];
    const mark = `${i + 1}．`;
    const x = page.left + 2 * body.size;
    const paint: Piece['paint'] = (y, edge) => {
      putLine(sheet, mark, { x, y, type: body });
      head.paint(y, edge);
    };
    return [{ ...head, paint }, ...rest];
  });
}
