import type { FailureCode } from '../../contract/failures.ts';
import { alertStepNames } from '../words/alert-words.ts';
import { daysBetween, notDueYet } from './day-words.ts';
import type { FailureTexts } from './failure-texts.ts';

type Codes = Extract<FailureCode, `alert.${string}`>;
const steps: Readonly<Record<string, string>> = alertStepNames;

export const alertText: FailureTexts<Codes> = {
  'alert.notFound': () => ({ title: '没有找到这条预警。', doNow: '请回清单刷新后再看。' }),
  'alert.exists': () => ({ title: '这条预警已经登记过了。', doNow: '不用再登记，请到清单里查看。' }),
  'alert.wrongStep': ({ step }) => ({
    title: `这条预警现在是“${steps[step] ?? '别的状态'}”，不能做这一步。`,
    doNow: '请刷新后查看最新情况。',
  }),
  'alert.dayWrong': (days) => ({ title: '日期不对。', doNow: daysBetween(days) }),
  'alert.assignDown': () => ({
    title: '预警要往下一级交办，或者交给本级一位指名的同事。',
    doNow: '请重新选交办给谁。',
  }),
  'alert.notOverdue': ({ due }) => ({
    title: `还没有超期，不能上报。${notDueYet(due)}`,
    doNow: '办不了请退回，并写明原因。',
  }),
  'alert.topLevel': () => ({ title: '已经在区里，没有再上一级。', doNow: '请由区里交办或跟进。' }),
  'alert.noFollowUp': () => ({ title: '还没有跟进记录，不能办结。', doNow: '请先跟进并回报。' }),
  'alert.ownReport': () => ({ title: '自己回报的，不能自己办结。', doNow: '请由另一位同事或上一级办结。' }),
  'alert.noApplication': () => ({
    title: '回报说需要救助，还没有关联申请。',
    doNow: '请帮对方申请，再把申请关联到这里。',
  }),
  'alert.noNeedFound': () => ({ title: '回报没有说需要救助。', doNow: '确实需要，请再次交办跟进。' }),
};
