import { z } from 'zod';
import { IsoDate } from '../../values/iso-date.ts';
import { caseFields, caseLetter, dayOrBlank, formNumber, joined, Line, Words } from '../common.ts';
import { defineKind } from '../define-kind.ts';

/** 听取意见 before reducing or ending (《社会救助法》第四十八条). What is null is written by hand at the talk. */
export const hearingRecord = defineKind({
  kind: 'hearingRecord',
  title: '听取意见记录',
  word: '救听',
  schema: z.strictObject({
    kind: z.literal('hearingRecord'),
    ...caseLetter,
    ...formNumber,
    /** What is meant to be done, and why. */
    intention: Words.nullable(),
    reasons: Words.nullable(),
    heardOn: IsoDate.nullable(),
    place: Line.nullable(),
    opinion: Words.nullable(),
    officers: z.array(Line).max(10),
  }),
  fields: {
    ...caseFields,
    拟办: { means: '打算怎么调整', required: true, value: (data) => data.intention },
    拟办理由: { means: '为什么', required: true, value: (data) => data.reasons },
    听取日期: { means: '哪天听取的（空着就手写）', value: (data) => dayOrBlank(data.heardOn) },
    听取地点: { means: '在哪里（空着就手写）', value: (data) => data.place },
    本人意见: { means: '本人怎么说（空着就手写）', required: true, value: (data) => data.opinion },
    工作人员: { means: '谁去听的（空着就手写）', value: (data) => joined(data.officers) },
  },
});
