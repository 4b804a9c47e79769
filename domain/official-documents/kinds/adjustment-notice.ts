import { z } from 'zod';
import { Fen, formatYuan } from '../../values/fen.ts';
import { IsoDate } from '../../values/iso-date.ts';
import {
  caseFields,
  caseLetter,
  day,
  dayOrBlank,
  formulaCondition,
  FormulaLine,
  formulaList,
  Line,
  asRows,
  oneColumn,
  Words,
} from '../common.ts';
import { defineKind } from '../define-kind.ts';

const words = { raised: '增加', reduced: '减少', ended: '终止' } as const;

/** Reducing or ending is told in writing with reasons after the person was heard (《社会救助法》第四十七条、第四十八条). */
export const adjustmentNotice = defineKind({
  kind: 'adjustmentNotice',
  title: '调整（终止）救助告知书',
  word: '救变',
  schema: z
    .strictObject({
      kind: z.literal('adjustmentNotice'),
      ...caseLetter,
      change: z.enum(['raised', 'reduced', 'ended']),
      /** The day the person was heard; null only for `raised`, or when nobody of the household is left alive to be heard. */
      heardOn: IsoDate.nullable(),
      nobodyLeft: z.boolean(),
      reasons: z.array(Words).min(1).max(20),
      articles: z.array(Line).min(1).max(20),
      /** 分 per month. */
      oldAmountFen: Fen,
      newAmountFen: Fen,
      from: IsoDate,
      formula: z.array(FormulaLine).max(100),
    })
    .refine(
      ({ change, heardOn, nobodyLeft }) =>
        change === 'raised' || heardOn !== null || (change === 'ended' && nobodyLeft),
      { error: 'hearing.missing' },
    ),
  fields: {
    ...caseFields,
    办法: { means: '增加／减少／终止', required: true, value: (data) => words[data.change] },
    听取意见日期: { means: '哪天听取的意见', value: (data) => dayOrBlank(data.heardOn) },
    原金额: { means: '原来每月多少元', value: (data) => formatYuan(data.oldAmountFen) },
    新金额: { means: '现在每月多少元', value: (data) => formatYuan(data.newAmountFen) },
    起始日期: { means: '从哪天起', required: true, value: (data) => day(data.from) },
    依据: { means: '依据的规定', required: true, value: (data) => data.articles.join('、') },
  },
  lists: {
    理由: { ...oneColumn('调整或终止的理由'), required: true, rows: (data) => asRows(data.reasons) },
    ...formulaList,
  },
  conditions: {
    ...formulaCondition,
    调整: { means: '增加或减少', holds: (data) => data.change !== 'ended' },
    终止: { means: '终止救助', holds: (data) => data.change === 'ended' },
    听取过意见: { means: '决定前听取过意见', holds: (data) => data.heardOn !== null },
  },
  mustSay: ['行政复议', '行政诉讼'],
});
