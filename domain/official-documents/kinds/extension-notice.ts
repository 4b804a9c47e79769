import { z } from 'zod';
import { IsoDate } from '../../values/iso-date.ts';
import { caseFields, caseLetter, day, dueDay, Line, Words } from '../common.ts';
import { defineKind } from '../define-kind.ts';

/** A longer time needs one of the rule set's reasons and somebody who approved it. */
export const extensionNotice = defineKind({
  kind: 'extensionNotice',
  title: '延长办理期限告知书',
  word: '救延',
  schema: z.strictObject({
    kind: z.literal('extensionNotice'),
    ...caseLetter,
    acceptedOn: IsoDate,
    /** Title of the rule set's reason; what it means in this case. */
    reasonTitle: Line,
    reason: Words,
    oldDueOn: IsoDate.nullable(),
    newDueOn: IsoDate.nullable(),
    approvedBy: Line,
  }),
  fields: {
    ...caseFields,
    受理日期: { means: '哪天受理的', value: (data) => day(data.acceptedOn) },
    延长事由: { means: '规定里的哪一种情形', required: true, value: (data) => data.reasonTitle },
    具体原因: { means: '这一件为什么要延长', required: true, value: (data) => data.reason },
    原期限: { means: '原来的办结期限', value: (data) => dueDay(data.oldDueOn) },
    新期限: { means: '延长后的办结期限', required: true, value: (data) => dueDay(data.newDueOn) },
    批准人: { means: '谁批准的', value: (data) => data.approvedBy },
  },
});
