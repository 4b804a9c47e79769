import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { shippedCalendar as calendar } from '../../domain/calendar/shipped-calendar.ts';
import { shippedRuleSets } from '../../domain/rules/shipped.ts';
import { supervise, type SupervisionQuestion } from '../../domain/supervision/supervise.ts';
import { reportTables, type Table } from './report-tables.ts';
import { tableAsCsv, tablesAsXlsx } from './write-tables.ts';

const rules = shippedRuleSets[0]!;
const village = { code: '500107001001', name: '西郊二村' };
const ask = (change: Partial<SupervisionQuestion> = {}) =>
  supervise({
    ...{ area: { code: '500107001', name: '杨家坪街道' }, parts: [village], calendar, certification: null },
    ...{ from: '2026-03-01', to: '2026-03-31', today: '2026-03-13', pickUps: null },
    cases: [
      {
        ...{
          caseId: '01900000-0000-7000-8000-000000000001',
          caseCode: 'JLP-001-20260310-K7QM03',
          kind: 'dibao',
        },
        ...{
          townCode: '500107001',
          villageCode: village.code,
          step: 'SUBMITTED',
          history: [['submitted', '2026-03-10']],
        },
        ...{ claimedBy: null, nextVisitDue: null, submittedOn: '2026-03-10', rules },
      },
    ],
    ...change,
  });
const column = ({ head, rows }: Table, name: string) => rows.map((row) => row[head.indexOf(name)]);

describe('reportTables', () => {
  it('have the areas and their sum, and null where nobody has a number', () => {
    const [summary, steps, ...rest] = reportTables(ask());
    expect(rest).toEqual([]);
    expect(column(summary!, '地区')).toEqual(['西郊二村', '合计（杨家坪街道）']);
    expect(column(summary!, '超期：受理')).toEqual([1, 1]);
    expect(column(summary!, '应认证')).toEqual([null, null]);
    expect(column(steps!, '步骤')).toEqual(['等待受理', '等待受理']);
    expect(column(steps!, '中位数（工作日）')).toEqual([null, null]);
  });

  it('list the cases of a village by code', () => {
    const [, , cases] = reportTables(ask({ area: village, parts: [] }));
    expect(cases?.rows).toEqual([
      ['JLP-001-20260310-K7QM03', '最低生活保障', '等待受理', '2026-03-10', '受理', '否', '否'],
    ]);
  });

  it('are as wide as their heads, with no head twice', () => {
    for (const { head, rows } of reportTables(ask({ area: village, parts: [] }))) {
      expect(new Set(head).size).toBe(head.length);
      for (const row of rows) expect(row).toHaveLength(head.length);
    }
  });
});

describe('tableAsCsv', () => {
  const csv = (rows: Table['rows']): string =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      tableAsCsv({ title: '表', head: ['地区', '数'], rows }),
    );

  it('begins with the mark by which spreadsheets know UTF-8, and quotes what has to be', () => {
    expect(csv([['一村,二社', 3]])).toBe('\ufeff地区,数\r\n"一村,二社",3\r\n');
    expect(csv([['甲', null]])).toBe('\ufeff地区,数\r\n甲,\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('makes no formula of %j', (text) => {
    const [, field] = /\r\n(?:")?([\s\S]*?)(?:")?,0\r\n$/.exec(csv([[text, 0]])) ?? [];
    expect(field).toBe(`'${text}`);
  });

  it('leaves a negative number a number', () => {
    expect(csv([['甲', -2]])).toContain('甲,-2\r\n');
  });
});

/** A part of a zip, found by its central directory. */
function zipPart(zip: Buffer, wanted: string): string {
  let at = zip.readUInt32LE(zip.lastIndexOf('PK\x05\x06') + 16);
  while (zip.readUInt32LE(at) === 0x02014b50) {
    const [size, nameLength, extra, comment] = [20, 28, 30, 32].map((offset, index) =>
      index === 0 ? zip.readUInt32LE(at + offset) : zip.readUInt16LE(at + offset),
    ) as [number, number, number, number];
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) === wanted) {
      const local = zip.readUInt32LE(at + 42);
      const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
      const bytes = zip.subarray(start, start + size);
      return (zip.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString('utf8');
    }
    at += 46 + nameLength + extra + comment;
  }
  throw new Error(`no ${wanted}`);
}

describe('tablesAsXlsx', () => {
  it('is a workbook with a sheet for each table, numbers as numbers and texts as texts', async () => {
    const tables = [
      ...reportTables(ask()),
      { title: '危险', head: ['名'], rows: [['=HYPERLINK("http://example.invalid")'], [7], [null]] },
    ];
    const book = Buffer.from(await tablesAsXlsx(tables));
    const sheets = zipPart(book, 'xl/workbook.xml').matchAll(/<sheet [^>]*name="([^"]*)"/g);
    expect([...sheets].map(([, name]) => name)).toEqual(['汇总', '各步骤用时', '危险']);
    const sheet = zipPart(book, 'xl/worksheets/sheet3.xml');
    expect(sheet).not.toMatch(/<f[ >]/);
    expect(sheet).toMatch(/<c r="A2"[^>]* t="s"/);
    expect(sheet).toMatch(/<c r="A3"[^>]*><v>7<\/v>/);
    expect(zipPart(book, 'xl/sharedStrings.xml')).toContain('=HYPERLINK');
  });
});
