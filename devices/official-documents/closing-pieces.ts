import { space, type Piece } from './pieces.ts';
import { body, faint, ink, page, putLine, right, small, type Sheet } from './sheet.ts';

/** A round seal of an office is 4 cm or a little more across. */
const seal = 58;
const mark = '（盖章处）';

/** Office and date at the lower right, with the place where the seal goes over both. */
export function sealBlock(sheet: Sheet, officeName: string, date: string): Piece {
  const lines = sheet.wrap(officeName, page.width - 4 * body.size, body.size);
  const wide = Math.max(...[...lines, date].map((line) => sheet.widthOf(line, body.size)), 2 * seal);
  const middle = right - body.size - wide / 2;
  const above = 44;
  return {
    height: above + (lines.length + 1) * body.line + 44,
    paint(top) {
      sheet.doc
        .lineWidth(0.8)
        .dash(3, { space: 3 })
        .circle(middle, top + above + lines.length * body.line, seal);
      sheet.doc.stroke(faint).undash();
      const type = { size: 11, line: 18 };
      const x = middle - sheet.widthOf(mark, type.size) / 2;
      putLine(sheet, mark, { x, y: top + above + lines.length * body.line - seal + 12, type, color: faint });
      [...lines, date].forEach((line, i) => {
        const from = middle - sheet.widthOf(line, body.size) / 2;
        putLine(sheet, line, { x: from, y: top + above + i * body.line, type: body });
      });
    },
  };
}

const dateMark = '年      月      日';

/** A line to sign for each person, with room for the date. */
export function signatures(sheet: Sheet, labels: readonly string[]): Piece[] {
  const dateWidth = sheet.widthOf(dateMark, small.size) + 36;
  const lines = labels.flatMap((label): Piece[] => {
    const text = `${label}：`;
    const from = page.left + sheet.widthOf(text, small.size) + 4;
    const to = right - dateWidth - 16;
    return [
      {
        height: 38,
        keep: true,
        paint(top) {
          const y = top + 12;
          putLine(sheet, text, { x: page.left, y, type: small });
          putLine(sheet, dateMark, { x: right - dateWidth + 36, y, type: small });
          const under = y + small.line - 2;
          sheet.doc.lineWidth(0.7).moveTo(from, under).lineTo(to, under).stroke(ink);
          sheet.doc
            .moveTo(right - dateWidth, under)
            .lineTo(right - dateWidth + 34, under)
            .stroke(ink);
        },
      },
    ];
  });
  return [...lines.slice(0, -1), ...lines.slice(-1).map((last) => ({ ...last, keep: false }))];
}

/** Scissors line with the slip's title under it. */
export function cutLine(sheet: Sheet, text: string): Piece[] {
  const x = page.left + (page.width - sheet.widthOf(text, body.size, sheet.face(text))) / 2;
  const line: Piece = {
    height: 46,
    keep: true,
    paint(top) {
      sheet.doc
        .lineWidth(0.7)
        .dash(4, { space: 3 })
        .moveTo(page.left, top + 6)
        .lineTo(right, top + 6);
      sheet.doc.stroke(faint).undash();
      putLine(sheet, text, { x, y: top + 16, type: body, face: sheet.face(text) });
    },
  };
  return [{ ...space(22), keep: true }, line];
}
