import { z } from 'zod';
import { IsoDate } from '../../values/iso-date.ts';
import { PersonName } from '../../values/person-name.ts';
import {
  day,
  dayOrBlank,
  formNumber,
  letterhead,
  letterheadFields,
  Line,
  asRows,
  oneColumn,
} from '../common.ts';
import { defineKind } from '../define-kind.ts';

/**
 * 信函索证 to an institution. The only letter with a whole ID number, since the recipient must know whom it answers about;
 * it goes out only on that person's authorization (《社会救助法》第四十条、第四十一条).
 */
export const surveyLetter = defineKind({
  kind: 'surveyLetter',
  title: '信函索证函',
  word: '救函',
  schema: z.strictObject({
    kind: z.literal('surveyLetter'),
    ...letterhead,
    ...formNumber,
    /** null, as `replyBy`, is written by hand. */
    recipient: Line.nullable(),
    personName: PersonName,
    /** Of whatever document the person has; checked when it was entered. */
    idNumber: Line,
    authorizedOn: IsoDate,
    kindTitle: Line,
    questions: z.array(Line).min(1).max(30),
    replyBy: IsoDate.nullable(),
    /** Where the answer goes. */
    officeAddress: Line,
  }),
  fields: {
    ...letterheadFields,
    收件单位: { means: '函发给哪个单位', required: true, value: (data) => data.recipient },
    姓名: { means: '核实谁的情况', required: true, value: (data) => data.personName },
    证件号码: { means: '这个人的证件号码', required: true, value: (data) => data.idNumber },
    授权日期: { means: '本人哪天签的授权', required: true, value: (data) => day(data.authorizedOn) },
    救助种类: { means: '申请的救助', value: (data) => data.kindTitle },
    回复期限: { means: '请在哪天前回复', required: true, value: (data) => dayOrBlank(data.replyBy) },
    单位地址: { means: '回复寄到哪里', value: (data) => data.officeAddress },
  },
  lists: {
    核实事项: { ...oneColumn('请核实的事项'), required: true, rows: (data) => asRows(data.questions) },
  },
});
