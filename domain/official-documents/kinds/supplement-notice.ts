import { z } from 'zod';
import { IsoDate } from '../../values/iso-date.ts';
import { caseFields, caseLetter, day, Line, Words } from '../common.ts';
import { defineKind } from '../define-kind.ts';

/** One notice lists everything that is missing; the list is locked once it is issued. */
export const supplementNotice = defineKind({
  kind: 'supplementNotice',
  title: '一次性告知补正通知书',
  word: '救补',
  schema: z.strictObject({
    kind: z.literal('supplementNotice'),
    ...caseLetter,
    submittedOn: IsoDate,
    items: z
      .array(z.strictObject({ title: Line, why: Words }))
      .min(1)
      .max(100),
    dueOn: IsoDate,
  }),
  fields: {
    ...caseFields,
    提交日期: { means: '哪天提交的申请', value: (data) => day(data.submittedOn) },
    补正期限: { means: '最迟哪天补齐', required: true, value: (data) => day(data.dueOn) },
    项数: { means: '一共要补几项', value: (data) => String(data.items.length) },
  },
  lists: {
    补正材料: {
      means: '要补的材料',
      required: true,
      columns: { 材料: '材料名称', 原因: '为什么要补、怎么补' },
      rows: (data) => data.items.map(({ title, why }) => ({ 材料: title, 原因: why })),
    },
  },
});
