import { z } from 'zod';
import { Fen, formatYuan } from '../values/fen.ts';
import { formatChinese, IsoDate } from '../values/iso-date.ts';
import { PersonName } from '../values/person-name.ts';
import { OfficialNumber } from './official-number.ts';

/** One line of print: no control characters, so nothing can break out of its place. */
export const Line = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .regex(/^\P{Cc}*$/u, { error: 'text.control' });

/** Words of a person, possibly several paragraphs ('\n'). */
export const Words = z
  .string()
  .trim()
  .min(1)
  .max(20_000)
  .regex(/^(\n|\P{Cc})*$/u, { error: 'text.control' });

/** Who issues the document, and when. On every kind. */
export const letterhead = {
  /** Full name, as on the seal. */
  officeName: Line,
  number: OfficialNumber,
  issuedOn: IsoDate,
  /** Where questions go; the office's, never a resident's. */
  officePhone: Line,
};
/** A form to take along and fill in by hand has no number: only what is filed gets one of the series. */
export const formNumber = { number: OfficialNumber.nullable() };
type Letterhead = Omit<z.infer<z.ZodObject<typeof letterhead>>, 'number'> & { number: string | null };

/** A document about one case, addressed to a person. */
export const caseLetter = {
  ...letterhead,
  caseCode: Line,
  /** The district's number, null before the first upload. */
  caseNo: Line.nullable(),
  /** 最低生活保障（低保） */
  kindTitle: Line,
  /** The applicant, or who acts for them. */
  addressee: PersonName,
};
type CaseLetter = Omit<z.infer<z.ZodObject<typeof caseLetter>>, 'number'> & { number: string | null };

/** A line of arithmetic as the resident is shown it: an amount in 分, or words. */
export const FormulaLine = z.union([
  z.strictObject({ label: Line, amountFen: Fen }),
  z.strictObject({ label: Line, text: Line }),
]);
export type FormulaLine = z.infer<typeof FormulaLine>;

/** '2026年3月10日' */
export const day = (date: IsoDate): string => formatChinese(date).split(' ')[0] ?? '';

/** A date no calendar covers yet is said so, never guessed. */
export const dueDay = (date: IsoDate | null): string =>
  date === null ? '（国务院公布放假安排后确定，另行告知）' : day(date);

export const letterheadFields = {
  发文单位: { means: '出具文书的单位全称', value: (data: Letterhead) => data.officeName },
  文号: { means: '文书编号；空白表没有', value: (data: Letterhead) => data.number },
  日期: { means: '出具日期', value: (data: Letterhead) => day(data.issuedOn) },
  联系电话: { means: '单位的联系电话', value: (data: Letterhead) => data.officePhone },
};

export const caseFields = {
  ...letterheadFields,
  收件人: { means: '文书给谁', required: true as const, value: (data: CaseLetter) => data.addressee },
  编号: { means: '回执上的编号，查进度用', value: (data: CaseLetter) => data.caseCode },
  区里编号: { means: '区里的编号', value: (data: CaseLetter) => data.caseNo ?? '（上传到区里后才有）' },
  救助种类: { means: '申请或享受的救助', value: (data: CaseLetter) => data.kindTitle },
};

/** 计算过程 as a list, and the condition that there is one. */
export const formulaList = {
  计算过程: {
    means: '怎么算出来的，一行一项',
    columns: { 项目: '这一行算什么', 金额: '金额（元），或者文字说明' },
    rows: (data: { formula: FormulaLine[] }) =>
      data.formula.map((line) => ({
        项目: line.label,
        金额: 'text' in line ? line.text : formatYuan(line.amountFen),
      })),
  },
};
export const formulaCondition = {
  有计算过程: {
    means: '有收入和金额的计算过程',
    holds: (data: { formula: FormulaLine[] }) => data.formula.length > 0,
  },
};

/** A list of one column, 内容, is `{ ...oneColumn(means), rows: (data) => asRows(data.…) }`. */
export const oneColumn = (means: string) => ({ means, columns: { 内容: means } });
export const asRows = (texts: string[]) => texts.map((text) => ({ 内容: text }));

/** Names joined as print does; null (to be written by hand) when nobody is known yet. */
export const joined = (names: string[]): string | null => (names.length === 0 ? null : names.join('、'));
export const dayOrBlank = (date: IsoDate | null): string | null => (date === null ? null : day(date));
