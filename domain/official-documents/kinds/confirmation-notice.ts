import { z } from 'zod';
import { Fen, formatYuan } from '../../values/fen.ts';
import { IsoDate } from '../../values/iso-date.ts';
import { caseFields, caseLetter, day, formulaCondition, FormulaLine, formulaList } from '../common.ts';
import { defineKind } from '../define-kind.ts';

/** 确认: paid every month, once, or a status without allowance. */
export const confirmationNotice = defineKind({
  kind: 'confirmationNotice',
  title: '确认通知书',
  word: '救确',
  schema: z.strictObject({
    kind: z.literal('confirmationNotice'),
    ...caseLetter,
    householdSize: z.int().min(1).max(99),
    confirmedOn: IsoDate,
    /** 分; 0 when `per` is 'none'. */
    amountFen: Fen,
    per: z.enum(['month', 'once', 'none']),
    /** First day from which it holds. */
    from: IsoDate,
    formula: z.array(FormulaLine).max(100),
  }),
  fields: {
    ...caseFields,
    家庭人数: { means: '共同生活的家庭成员几人', value: (data) => String(data.householdSize) },
    确认日期: { means: '哪天确认的', value: (data) => day(data.confirmedOn) },
    金额: { means: '救助金额（元）', required: true, value: (data) => formatYuan(data.amountFen) },
    起始日期: { means: '从哪天起享受', required: true, value: (data) => day(data.from) },
  },
  lists: { ...formulaList },
  conditions: {
    ...formulaCondition,
    按月: { means: '按月发钱', holds: (data) => data.per === 'month' },
    一次性: { means: '一次性发钱', holds: (data) => data.per === 'once' },
    不发钱: { means: '只确认身份，不发钱', holds: (data) => data.per === 'none' },
  },
  mustSay: ['行政复议', '行政诉讼'],
});
