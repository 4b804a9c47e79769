import { z } from 'zod';
import { IsoDate } from '../../values/iso-date.ts';
import {
  caseFields,
  caseLetter,
  day,
  formulaCondition,
  FormulaLine,
  formulaList,
  Line,
  asRows,
  oneColumn,
  Words,
} from '../common.ts';
import { defineKind } from '../define-kind.ts';

/** 不予确认 in writing, with reasons (《社会救助法》第四十五条) and the ways against it (第七十六条). */
export const refusalNotice = defineKind({
  kind: 'refusalNotice',
  title: '不予确认告知书',
  word: '救否',
  schema: z.strictObject({
    kind: z.literal('refusalNotice'),
    ...caseLetter,
    submittedOn: IsoDate,
    decidedOn: IsoDate,
    reasons: z.array(Words).min(1).max(20),
    /** Provisions the reasons rest on. */
    articles: z.array(Line).min(1).max(20),
    formula: z.array(FormulaLine).max(100),
  }),
  fields: {
    ...caseFields,
    提交日期: { means: '哪天提交的申请', value: (data) => day(data.submittedOn) },
    决定日期: { means: '哪天作出的决定', value: (data) => day(data.decidedOn) },
    依据: { means: '依据的规定', required: true, value: (data) => data.articles.join('、') },
  },
  lists: {
    理由: { ...oneColumn('不予确认的理由'), required: true, rows: (data) => asRows(data.reasons) },
    ...formulaList,
  },
  conditions: { ...formulaCondition },
  mustSay: ['行政复议', '行政诉讼'],
});
