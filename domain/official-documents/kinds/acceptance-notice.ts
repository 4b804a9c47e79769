import { z } from 'zod';
import { IsoDate } from '../../values/iso-date.ts';
import { caseFields, caseLetter, day, dueDay } from '../common.ts';
import { defineKind } from '../define-kind.ts';

/** 受理: within the days of the rule set after submission; the two dates are what the resident may hold us to. */
export const acceptanceNotice = defineKind({
  kind: 'acceptanceNotice',
  title: '受理通知书',
  word: '救受',
  schema: z.strictObject({
    kind: z.literal('acceptanceNotice'),
    ...caseLetter,
    submittedOn: IsoDate,
    acceptedOn: IsoDate,
    /** Due day of the survey's start, null while the calendar of that year is unpublished; likewise `decideBy`. */
    surveyBy: IsoDate.nullable(),
    decideBy: IsoDate.nullable(),
  }),
  fields: {
    ...caseFields,
    提交日期: { means: '哪天提交的申请', value: (data) => day(data.submittedOn) },
    受理日期: { means: '哪天受理的', required: true, value: (data) => day(data.acceptedOn) },
    调查期限: { means: '最迟哪天开始调查', value: (data) => dueDay(data.surveyBy) },
    办结期限: {
      means: '最迟哪天办结（不含公示）',
      required: true,
      value: (data) => dueDay(data.decideBy),
    },
  },
});
