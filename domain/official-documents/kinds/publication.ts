import { z } from 'zod';
import { PublicationEntry } from '../../privacy/publication.ts';
import { formatYuan } from '../../values/fen.ts';
import { letterhead, letterheadFields, Line } from '../common.ts';
import { defineKind } from '../define-kind.ts';

/** 公布 of what was confirmed: the three fields of `PublicationEntry`, and whose paper it is. Nothing else exists here. */
export const publication = defineKind({
  kind: 'publication',
  title: '社会救助公布',
  word: '救布',
  schema: z.strictObject({
    kind: z.literal('publication'),
    ...letterhead,
    villageName: Line,
    entries: z.array(PublicationEntry).min(1).max(500),
  }),
  fields: {
    ...letterheadFields,
    村居: { means: '公布所在的村（社区）', required: true, value: (data) => data.villageName },
  },
  lists: {
    名单: {
      means: '公布的家庭；法律只许这三项，不能增加',
      required: true,
      columns: { 姓名: '姓名', 人数: '家庭人数', 金额: '金额（元），没有现金救助的写“无”' },
      rows: (data) =>
        data.entries.map(({ name, members, amountFen }) => ({
          姓名: name,
          人数: String(members),
          金额: amountFen === 0 ? '无' : formatYuan(amountFen),
        })),
    },
  },
});
