import type { Amendment } from '../../../../domain/case/process-data.ts';

export type AmendChange = Amendment['change'];
export type LeftBecause = Extract<Amendment, { change: 'memberLeft' }>['because'];

export const amendWords: Record<AmendChange, string> = {
  memberAdded: '多了一位家人',
  memberLeft: '少了一位家人',
  applicantReplaced: '换申请人',
  agentWithdrew: '代办人不办了',
  villageChanged: '搬到本镇街另一个村（社区）',
};

export const leftWords: Record<LeftBecause, string> = {
  deceased: '去世',
  movedOut: '搬走，不再一起生活',
  other: '其他原因',
};

/** What follows from it, before anybody presses. */
export const amendEffects: Record<AmendChange, string> = {
  memberAdded: '新的家人填好资料、签授权书以后一起算。已经调查过的要重新调查，用掉的时间不重新算。',
  memberLeft: '这位家人和他的收入不再一起算，以前填的留在档案里。已经调查过的要重新调查。',
  applicantReplaced: '由另一位家人接着申请，已经用掉的办理时间接着算。已经调查过的要重新调查。',
  agentWithdrew: '以后由申请人自己办。办到哪一步不变。',
  villageChanged: '以后由新的村（社区）协助。办到哪一步不变。搬出本镇街的，请终止这件，到新镇街申请。',
};
