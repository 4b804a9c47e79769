import { z } from 'zod';
import { Fen, formatYuan } from '../../values/fen.ts';
import { IsoDate } from '../../values/iso-date.ts';
import { PersonName } from '../../values/person-name.ts';
import { day, dueDay, letterhead, letterheadFields, Line } from '../common.ts';
import { defineKind } from '../define-kind.ts';

/**
 * All that a notice of preliminary review may say of a household: name, number of members, and the proposed amount in 分,
 * or null for 拟不纳入 (《社会救助法》第十一条). 0 stands for a status without allowance.
 */
export const NoticeEntry = z.strictObject({
  name: PersonName,
  members: z.int().min(1).max(99),
  amountFen: Fen.nullable(),
});
export type NoticeEntry = z.infer<typeof NoticeEntry>;

const shape = {
  ...letterhead,
  villageName: Line,
  startsOn: IsoDate,
  /** Last day, moved to a working day already; null while the calendar of that year is unpublished. */
  endsOn: IsoDate.nullable(),
  entries: z.array(NoticeEntry).min(1).max(500),
};
type Posted = z.infer<z.ZodObject<typeof shape>>;

const proposal = (amountFen: number | null): string =>
  amountFen === null ? '拟不纳入' : amountFen === 0 ? '拟纳入' : `拟纳入，${formatYuan(amountFen)} 元`;

const offered = {
  fields: {
    ...letterheadFields,
    村居: {
      means: '公示所在的村（社区）',
      required: true as const,
      value: (data: Posted) => data.villageName,
    },
    公示开始: { means: '公示第一天', required: true as const, value: (data: Posted) => day(data.startsOn) },
    公示截止: {
      means: '公示最后一天',
      required: true as const,
      value: (data: Posted) => dueDay(data.endsOn),
    },
  },
  lists: {
    名单: {
      means: '公示的家庭；只有这三项，不能增加',
      required: true as const,
      columns: { 姓名: '申请人姓名', 人数: '家庭人数', 意见: '拟纳入和金额，或者拟不纳入' },
      rows: (data: Posted) =>
        data.entries.map(({ name, members, amountFen }) => ({
          姓名: name,
          人数: String(members),
          意见: proposal(amountFen),
        })),
    },
  },
  mustSay: ['异议'],
};

export const publicNotice = defineKind({
  kind: 'publicNotice',
  title: '初审公示',
  word: '救示',
  schema: z.strictObject({ kind: z.literal('publicNotice'), ...shape }),
  ...offered,
});

/** After an objection and the survey that followed: the same fields, a new period. */
export const renewedNotice = defineKind({
  kind: 'renewedNotice',
  title: '重新公示',
  word: '救重示',
  schema: z.strictObject({ kind: z.literal('renewedNotice'), ...shape }),
  ...offered,
});
