import { z } from 'zod';
import { IsoDate } from '../../values/iso-date.ts';
import { PersonName } from '../../values/person-name.ts';
import { day, letterhead, letterheadFields, Words } from '../common.ts';
import { defineKind } from '../define-kind.ts';
import { OfficialNumber } from '../official-number.ts';

const outcomes = { wholly: '异议成立', partly: '异议部分成立', not: '异议不成立' } as const;

/** To whoever objected. Of the household it knows only the name that was posted: the objector may be anybody. */
export const objectionReply = defineKind({
  kind: 'objectionReply',
  title: '异议答复书',
  word: '救复',
  schema: z.strictObject({
    kind: z.literal('objectionReply'),
    ...letterhead,
    /** The objector, or what an unnamed one is called, e.g. 提出异议的居民. */
    addressee: PersonName,
    noticeNumber: OfficialNumber,
    postedName: PersonName,
    objectedOn: IsoDate,
    upheld: z.enum(['wholly', 'partly', 'not']),
    reply: Words,
    /** The new notice's days, null when none follows. */
    renewed: z.strictObject({ startsOn: IsoDate, endsOn: IsoDate }).nullable(),
  }),
  fields: {
    ...letterheadFields,
    收件人: { means: '提出异议的人', required: true, value: (data) => data.addressee },
    公示文号: { means: '被提出异议的公示的文号', required: true, value: (data) => data.noticeNumber },
    公示姓名: { means: '公示上的申请人姓名', value: (data) => data.postedName },
    异议日期: { means: '哪天提出异议', value: (data) => day(data.objectedOn) },
    结论: {
      means: '异议成立／异议部分成立／异议不成立',
      required: true,
      value: (data) => outcomes[data.upheld],
    },
    答复: { means: '调查后的答复', required: true, value: (data) => data.reply },
    重新公示开始: { means: '重新公示第一天', value: ({ renewed }) => renewed && day(renewed.startsOn) },
    重新公示截止: { means: '重新公示最后一天', value: ({ renewed }) => renewed && day(renewed.endsOn) },
  },
  conditions: { 重新公示: { means: '要重新公示', holds: (data) => data.renewed !== null } },
});
