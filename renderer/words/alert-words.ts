import type { z } from 'zod';
import type { AlertAction, AlertFilter, AlertStep } from '../../contract/views/alert-ticket.ts';
import type { AlertSource, FollowUpResult } from '../../domain/alert/alert-values.ts';
import type { Level } from '../../domain/alert/office.ts';

export const alertStepNames: Record<z.infer<typeof AlertStep>, string> = {
  OPEN: '待交办',
  ASSIGNED: '已交办，待接收',
  ACCEPTED: '跟进中',
  REPORTED: '已回报，待办结',
  CLOSED: '已办结',
};

export const alertFilterNames: Record<AlertFilter, string> = {
  open: '没办完',
  mine: '在我手上',
  overdue: '超期',
  reported: '待办结',
  closed: '已办结',
};

export const alertSourceNames: Record<AlertSource, string> = {
  monitoring: '监测预警',
  grid: '网格发现',
  village: '村（居）发现',
  hotline: '热线或来人反映',
};

export const followUpNames: Record<FollowUpResult, string> = {
  needHelp: '需要救助',
  helpedOtherwise: '已用别的办法帮到',
  noNeed: '不需要救助',
  notFound: '没有找到人',
};

export const levelNames: Record<Level, string> = {
  grid: '网格',
  village: '村（居）',
  town: '镇街',
  district: '区',
};

export const handOverNames = {
  raised: '登记',
  assigned: '交办',
  accepted: '接收',
  returned: '退回',
  escalated: '上报',
} as const;

export const alertActionNames: Record<AlertAction, string> = {
  assign: '交办',
  accept: '我去跟进',
  report: '回报',
  return: '退回',
  escalate: '上报一级',
  linkCase: '关联申请',
  close: '办结',
};
