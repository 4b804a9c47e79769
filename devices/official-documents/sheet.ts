import { a4 } from '../pdf/open-a4.ts';
import type { Piece } from './pieces.ts';
import { wrapLines, type Measure } from './wrap-lines.ts';

/** Points. The body's width is 28 characters of 三号 (16 pt), as GB/T 9704 sets it. */
export const page = { left: 76, top: 74, bottom: a4.height - 72, width: 448 };
export const right = page.left + page.width;
export const body = { size: 16, line: 28 };
export const small = { size: 14, line: 22 };
export const ink = '#000000';
export const faint = '#6b6b6b';

export interface Type {
  size: number;
  line: number;
}
export type Face = 'regular' | 'bold';

/** What all strips are drawn with. */
export interface Sheet {
  doc: PDFKit.PDFDocument;
  /** Bold only where it has every character; names may need the full face. */
  face(text: string): Face;
  wrap(text: string, width: number, size: number, first?: number): string[];
  widthOf(text: string, size: number, face?: Face): number;
}

export function createSheet(doc: PDFKit.PDFDocument, boldHas: (text: string) => boolean): Sheet {
  const widths = new Map<string, number>();
  const widthOf = (text: string, size: number, face: Face = 'regular') => {
    let sum = 0;
    for (const char of text) sum += charWidth(doc, widths, face, char);
    return (sum * size) / 1000;
  };
  return {
    doc,
    widthOf,
    face: (text) => (boldHas(text) ? 'bold' : 'regular'),
    wrap(text, width, size, first = 0) {
      const measure: Measure = (piece) => widthOf(piece, size);
      return text.split('\n').flatMap((part) => wrapLines(part, width, measure, first));
    },
  };
}

function charWidth(doc: PDFKit.PDFDocument, known: Map<string, number>, face: Face, char: string): number {
  const key = face + char;
  const found = known.get(key);
  if (found !== undefined) return found;
  const width = doc.font(face).fontSize(1000).widthOfString(char);
  known.set(key, width);
  return width;
}

export interface Place {
  x: number;
  /** Top of the line's box; the letters stand in its middle. */
  y: number;
  type: Type;
  face?: Face;
  color?: string;
  /** Points added after each character to fill a line. */
  spread?: number;
}

/** One line of text where it is told, nothing wrapped. */
export function putLine({ doc }: Sheet, text: string, { x, y, type, face, color, spread = 0 }: Place): void {
  if (text === '') return;
  doc
    .font(face ?? 'regular')
    .fontSize(type.size)
    .fillColor(color ?? ink)
    // The font's own line is 1.448 em high.
    .text(text, x, y + (type.line - type.size * 1.448) / 2, {
      lineBreak: false,
      characterSpacing: spread,
    });
}

/** A centred line, e.g. of a heading. */
export function centred(sheet: Sheet, text: string, type: Type, face: Face): Piece {
  const x = page.left + (page.width - sheet.widthOf(text, type.size, face)) / 2;
  return { height: type.line, paint: (y) => putLine(sheet, text, { x, y, type, face }) };
}
