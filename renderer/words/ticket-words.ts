import type { z } from 'zod';
import type { TicketAction, TicketFilter, TicketStep } from '../../contract/views/alert-ticket.ts';
import type { TicketKind } from '../../domain/ticket/ticket-limits.ts';
import type { AnswerWay, TicketChannel } from '../../domain/ticket/ticket-values.ts';

export const ticketStepNames: Record<z.infer<typeof TicketStep>, string> = {
  OPEN: '待答复',
  ANSWERED: '已答复',
  CLOSED: '已办结',
};

export const ticketFilterNames: Record<TicketFilter, string> = {
  open: '待答复',
  mine: '我负责的',
  overdue: '超期',
  answered: '已答复',
  closed: '已办结',
};

export const ticketKindNames: Record<TicketKind, string> = {
  hotline: '热线求助',
  petition: '信访诉求',
  complaint: '举报投诉',
};

export const channelNames: Record<TicketChannel, string> = {
  phone: '电话',
  visit: '来人',
  letter: '来信',
  online: '网上',
};

export const answerWayNames: Record<AnswerWay, string> = {
  phone: '打电话',
  visit: '当面',
  letter: '寄信',
  message: '发短信',
  posted: '找不到人，留在窗口备查',
};

export const ownerChangeNames = {
  opened: '登记',
  handedOver: '转交',
  taken: '接手',
  escalated: '上报',
} as const;

export const ticketActionNames: Record<TicketAction, string> = {
  answer: '登记答复',
  close: '办结',
  reopen: '重新办理',
  handOver: '转交',
  take: '我来负责',
  escalate: '上报一级',
};
