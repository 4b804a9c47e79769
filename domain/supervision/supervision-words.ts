import type { Step } from '../process/steps.ts';
import type { SupervisedClock } from './supervision-report.ts';

/** Names that stand in exported files, and on the page alike. */
export const stepWords: Record<Step, string> = {
  SUBMITTED: '等待受理',
  SUPPLEMENT: '等待补正',
  ACCEPTED: '已受理',
  SURVEY: '调查中',
  NOT_ELIGIBLE: '调查结果不符合',
  RECHECK: '复查中',
  PRELIMINARY: '已初审',
  NOTICE: '公示中',
  OBJECTION: '有异议',
  RESURVEY: '重新调查',
  REPORTED: '等区里确认',
  CONFIRMED: '已确认',
  REFUSED: '不予确认',
  GRANTED: '已先行救助',
  EXPLAINED: '已补充说明',
  PUBLISHED: '已公布',
  REGISTERED: '救助中',
  REASSESSMENT: '重新核查',
  ENDED: '救助已终止',
  TERMINATED: '已终止办理',
  WITHDRAWN: '已撤回',
  ABANDONED: '逾期未补，视为放弃',
};

/** What is late when the period is over. */
export const clockWords: Record<SupervisedClock, string> = {
  accept: '受理',
  survey: '启动调查',
  review: '初审',
  district: '区里确认',
  wholeCase: '全程',
  inform: '告知结果',
};
