import type { QueueName } from '../../../contract/commands/case.ts';

export const queueNames: Record<QueueName | 'all', string> = {
  todo: '我的待办',
  mine: '我手上的',
  overdue: '已到期',
  online: '网上申请',
  kinship: '近亲属备案',
  duplicate: '重复申请',
  recipients: '救助中',
  visits: '要探访',
  all: '全部',
};

/** What will be in an empty queue, and how it gets there. */
export const emptyQueues: Record<QueueName | 'all', { title: string; how: string }> = {
  todo: { title: '没有等您办的', how: '轮到您这个岗位的办件会出现在这里，先到期的排在前面。' },
  mine: { title: '您手上没有办件', how: '打开一件点“领取”，就归您经办，会出现在这里。' },
  overdue: { title: '没有到期的', how: '今天到期和已经超期的会出现在这里。' },
  online: {
    title: '没有等着办的网上申请',
    how: '居民在网上提交的申请，点“收取网上申请”或者联网后会出现在这里。',
  },
  kinship: {
    title: '没有近亲属备案的',
    how: '申请人申报有亲属在低保经办岗位、村（居）委会的，会出现在这里。',
  },
  duplicate: { title: '没有重复申请', how: '同一个人同时有两件申请时，两件都会出现在这里。' },
  recipients: { title: '还没有救助对象', how: '确认、公布以后会出现在这里。' },
  visits: { title: '没有要探访的', how: '登记在册的家庭会出现在这里，先到探访日期的排在前面。' },
  all: { title: '这里还没有办件', how: '申请提交以后会出现在这里，先到期的排在前面。' },
};
