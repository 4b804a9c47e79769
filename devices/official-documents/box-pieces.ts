import type { FilledBlock } from '../../domain/official-documents/fill-template.ts';
import type { Edge, Piece } from './pieces.ts';
import { ink, page, putLine, small, type Sheet } from './sheet.ts';

const padding = 6;
/** A row up to this many lines stays whole; a longer one may go on over the page. */
const wholeRow = 12;

interface Cell {
  lines: string[];
  width: number;
  centred: boolean;
  /** In the middle of the row's height, not at its top where writing by hand begins. */
  middle: boolean;
  bold: boolean;
}

/** A bordered row as strips: one, or one per line when it is long. */
function row(sheet: Sheet, cells: Cell[], minLines: number): Piece[] {
  const count = Math.max(minLines, ...cells.map(({ lines }) => lines.length));
  if (count <= wholeRow) return [strip(sheet, cells, { from: 0, count, first: true, last: true })];
  return Array.from({ length: count }, (_, from) =>
    strip(sheet, cells, { from, count: 1, first: from === 0, last: from === count - 1 }),
  );
}

interface Part {
  from: number;
  count: number;
  first: boolean;
  last: boolean;
}

function strip(sheet: Sheet, cells: Cell[], part: Part): Piece {
  const above = part.first ? padding : 0;
  const height = above + part.count * small.line + (part.last ? padding : 0);
  return {
    height,
    paint(top, edge) {
      let x = page.left;
      for (const cell of cells) {
        const lines = cell.lines.slice(part.from, part.from + part.count);
        const drop = cell.middle && part.first && part.last ? (part.count - lines.length) / 2 : 0;
        lines.forEach((line, i) => {
          const y = top + above + (i + drop) * small.line;
          putLine(sheet, line, {
            x: startOf(sheet, cell, line, x),
            y,
            type: small,
            face: cell.bold ? sheet.face(line) : 'regular',
          });
        });
        x += cell.width;
      }
      frame(sheet, cells, { top, height, part, edge });
    },
  };
}

const startOf = (sheet: Sheet, { centred, width }: Cell, line: string, x: number) =>
  centred ? x + (width - sheet.widthOf(line, small.size)) / 2 : x + padding;

function frame(
  { doc }: Sheet,
  cells: Cell[],
  { top, height, part, edge }: { top: number; height: number; part: Part; edge: Edge },
): void {
  const end = page.left + page.width;
  doc.lineWidth(0.7).strokeColor(ink);
  const across = (y: number) => doc.moveTo(page.left, y).lineTo(end, y).stroke();
  if (part.first || edge.firstOfPage) across(top);
  if (part.last || edge.lastOfPage) across(top + height);
  let x = page.left;
  for (const width of [0, ...cells.map((cell) => cell.width)]) {
    x += width;
    doc
      .moveTo(x, top)
      .lineTo(x, top + height)
      .stroke();
  }
}

type Table = Extract<FilledBlock, { type: 'table' }>;

/** A table with its heading again on every page. */
export function table(sheet: Sheet, { columns, rows }: Table): Piece[] {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => (page.width * share) / shares);
  const cell = (text: string, i: number, bold: boolean): Cell => {
    const width = widths[i] ?? 0;
    const lines = text === '' ? [] : sheet.wrap(text, width - 2 * padding, small.size);
    return { lines, width, centred: bold || lines.length === 1, middle: true, bold };
  };
  const [header] = row(
    sheet,
    columns.map(({ title }, i) => cell(title, i, true)),
    1,
  );
  const body = rows.flatMap((texts) =>
    row(
      sheet,
      texts.map((text, i) => cell(text, i, false)),
      1,
    ),
  );
  if (!header) return body;
  return [{ ...header, keep: true }, ...body.map((piece) => ({ ...piece, header }))];
}

type Form = Extract<FilledBlock, { type: 'form' }>;

/** Labels and answers side by side. */
export function form(sheet: Sheet, { rows }: Form): Piece[] {
  return rows.flatMap(({ cells, lines }) => {
    const share = page.width / cells.length;
    const label = cells.length > 2 ? 62 : 92;
    const pair = (text: string, width: number, isLabel: boolean): Cell => ({
      lines: text === '' ? [] : sheet.wrap(text, width - 2 * padding, small.size),
      width,
      centred: isLabel,
      middle: isLabel || lines === 1,
      bold: false,
    });
    return row(
      sheet,
      cells.flatMap((one) => [pair(one.label, label, true), pair(one.text, share - label, false)]),
      lines,
    );
  });
}
