import { z } from 'zod';
import { IsoDate } from '../../values/iso-date.ts';
import { caseFields, caseLetter, day, Line, asRows, oneColumn, Words } from '../common.ts';
import { defineKind } from '../define-kind.ts';

/** The applicant takes the application back; nothing is decided about the household. */
export const withdrawalNotice = defineKind({
  kind: 'withdrawalNotice',
  title: '撤回申请告知书',
  word: '救撤',
  schema: z.strictObject({
    kind: z.literal('withdrawalNotice'),
    ...caseLetter,
    submittedOn: IsoDate,
    withdrawnOn: IsoDate,
  }),
  fields: {
    ...caseFields,
    提交日期: { means: '哪天提交的申请', value: (data) => day(data.submittedOn) },
    撤回日期: { means: '哪天撤回的', required: true, value: (data) => day(data.withdrawnOn) },
  },
});

/** The town stops, e.g. for no cooperation without reason, death or a move; reasons and ways against it. */
export const terminationNotice = defineKind({
  kind: 'terminationNotice',
  title: '终止办理告知书',
  word: '救终',
  schema: z.strictObject({
    kind: z.literal('terminationNotice'),
    ...caseLetter,
    submittedOn: IsoDate,
    terminatedOn: IsoDate,
    reasons: z.array(Words).min(1).max(20),
    articles: z.array(Line).min(1).max(20),
  }),
  fields: {
    ...caseFields,
    提交日期: { means: '哪天提交的申请', value: (data) => day(data.submittedOn) },
    终止日期: { means: '哪天终止的', required: true, value: (data) => day(data.terminatedOn) },
    依据: { means: '依据的规定', required: true, value: (data) => data.articles.join('、') },
  },
  lists: { 理由: { ...oneColumn('终止的理由'), required: true, rows: (data) => asRows(data.reasons) } },
  mustSay: ['行政复议', '行政诉讼'],
});
