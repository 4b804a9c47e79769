import { stringify } from 'csv-stringify/sync';
import writeExcelFile from 'write-excel-file/node';
import type { Cell, Table } from './report-tables.ts';

/**
 * One table as CSV for spreadsheets: UTF-8 with its mark, CRLF, and a text that a spreadsheet would take for a formula
 * with an apostrophe before it. Only the head is a text of ours; names of places come from outside.
 */
export function tableAsCsv({ head, rows }: Table): Uint8Array {
  const text = stringify([head, ...rows], { bom: true, record_delimiter: 'windows', escape_formulas: true });
  return new TextEncoder().encode(text);
}

/** Every table as a sheet of one workbook; texts are stored as texts, which no spreadsheet reckons. */
export async function tablesAsXlsx(tables: readonly Table[]): Promise<Uint8Array> {
  const sheets = tables.map(({ title, head, rows }) => ({
    sheet: title,
    data: [
      head.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map(asCell)),
    ],
    columns: head.map((name, index) => ({
      width: columnWidth([name, ...rows.map((row) => row[index] ?? null)]),
    })),
    stickyRowsCount: 1,
  }));
  return new Uint8Array(await writeExcelFile(sheets).toBuffer());
}

const asCell = (value: Cell) =>
  value === null ? null : typeof value === 'number' ? { value, type: Number } : { value, type: String };

/** In characters of the sheet's own font; a Chinese one is two wide. */
function columnWidth(cells: readonly Cell[]): number {
  const widths = cells.map((cell) =>
    [...String(cell ?? '')].reduce((sum, c) => sum + (c > '\u2e7f' ? 2 : 1), 0),
  );
  return Math.min(40, Math.max(8, ...widths) + 2);
}
