import { z } from 'zod';
import { IsoDate } from '../../values/iso-date.ts';
import { caseFields, caseLetter, day, Line, asRows, oneColumn } from '../common.ts';
import { defineKind } from '../define-kind.ts';
import { OfficialNumber } from '../official-number.ts';

/** What was asked for did not come within the limit of the supplement notice. A new application is always possible. */
export const abandonNotice = defineKind({
  kind: 'abandonNotice',
  title: '视为自动放弃通知书',
  word: '救弃',
  schema: z.strictObject({
    kind: z.literal('abandonNotice'),
    ...caseLetter,
    submittedOn: IsoDate,
    supplementNumber: OfficialNumber,
    supplementIssuedOn: IsoDate,
    dueOn: IsoDate,
    /** Titles of the material still missing. */
    missing: z.array(Line).min(1).max(100),
  }),
  fields: {
    ...caseFields,
    提交日期: { means: '哪天提交的申请', value: (data) => day(data.submittedOn) },
    补正通知书文号: { means: '补正通知书的文号', required: true, value: (data) => data.supplementNumber },
    补正通知日期: { means: '补正通知书的日期', value: (data) => day(data.supplementIssuedOn) },
    补正期限: { means: '应当补齐的最后一天', required: true, value: (data) => day(data.dueOn) },
  },
  lists: {
    未补材料: { ...oneColumn('到期没有补来的材料'), required: true, rows: (data) => asRows(data.missing) },
  },
});
