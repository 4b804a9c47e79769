import type { FailureCode } from '../../contract/failures.ts';
import { ticketStepNames } from '../words/ticket-words.ts';
import { dayOf, daysBetween, notDueYet } from './day-words.ts';
import type { FailureTexts } from './failure-texts.ts';

type Codes = Extract<FailureCode, `ticket.${string}`>;
const steps: Readonly<Record<string, string>> = ticketStepNames;

export const ticketText: FailureTexts<Codes> = {
  'ticket.notFound': () => ({ title: '没有找到这件诉求。', doNow: '请回清单刷新后再看。' }),
  'ticket.exists': () => ({ title: '这件诉求已经登记过了。', doNow: '不用再登记，请到清单里查看。' }),
  'ticket.wrongStep': ({ step }) => ({
    title: `这件诉求现在是“${steps[step] ?? '别的状态'}”，不能做这一步。`,
    doNow: '请刷新后查看最新情况。',
  }),
  'ticket.dayWrong': (days) => ({ title: '日期不对。', doNow: daysBetween(days) }),
  'ticket.ownerConflict': () => ({
    title: '这件事反映的是这个人或他所在的单位，不能由他负责。',
    doNow: '请另选一位，必要时交给区里。',
  }),
  'ticket.ownerElsewhere': () => ({
    title: '这位同事不管这个地方。',
    doNow: '请选这个地方或者上一级的同事。',
  }),
  'ticket.ownerConfidential': () => ({
    title: '这件诉求要保密，这位同事不能负责。',
    doNow: '请交给镇街负责人或者区里的同事。',
  }),
  'ticket.unanswered': () => ({ title: '还没有答复本人，不能办结。', doNow: '请先答复本人，并登记下来。' }),
  'ticket.reopenPast': ({ until }) => ({
    title: `重新办理要在 ${dayOf(until)} 以前提出。`,
    doNow: '请作为一件新的诉求登记。',
  }),
  'ticket.notOverdue': ({ due }) => ({
    title: `还没有超期。${notDueYet(due)}`,
    doNow: '本人要求上报的，请选“本人要求”。',
  }),
  'ticket.escalatedToday': () => ({ title: '今天已经上报过一次。', doNow: '请等上一级接手，明天再看。' }),
  'ticket.topLevel': () => ({ title: '已经在区里，没有再上一级。', doNow: '请由区里负责答复。' }),
};
