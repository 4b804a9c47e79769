import type { AssistanceKind } from '../../domain/application/application.ts';

/** What each kind is for, in words a pupil reads; in the order of the choice. */
export const kindChoices: readonly { kind: AssistanceKind; title: string; forWhom: string }[] = [
  { kind: 'dibao', title: '低保', forWhom: '全家人均收入低于标准，每月发钱补足' },
  { kind: 'linshi', title: '临时救助', forWhom: '突然遇到火灾、重病等急难，一次性帮一把，急的可以先给' },
  { kind: 'tekun', title: '特困供养', forWhom: '老人、孩子、残疾人，没有收入，也没有人能养' },
  { kind: 'dibaoMargin', title: '低保边缘家庭', forWhom: '收入比低保高一点，看病、上学、住房可以得到帮助' },
  { kind: 'rigidExpenditure', title: '刚性支出困难家庭', forWhom: '有收入，但看病、上学花得太多' },
];
