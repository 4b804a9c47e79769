import type { CaseCommand } from '../../../domain/case/case-commands.ts';

interface Simple {
  /** What will be so afterwards, in one or two sentences. */
  effect: string;
  /** Question that has to be answered. */
  reason?: string;
  /** Question that may stay open. */
  note?: string;
  build: (text: string) => CaseCommand;
}

/** Steps that take no more than a reason. */
export const simpleForms: Partial<Record<CaseCommand['type'], Simple>> = {
  pickUp: { effect: '收取以后就可以审核。什么时候由谁收取，会记下来。', build: () => ({ type: 'pickUp' }) },
  startSurvey: {
    effect: '从现在起调查家庭的收入和财产：联网核对、入户、邻里访问。',
    build: () => ({ type: 'startSurvey' }),
  },
  startResurvey: {
    effect: '对异议重新调查核实。办理时限继续计算。',
    build: () => ({ type: 'startResurvey' }),
  },
  report: {
    effect: '公示期满、没有没答复的异议，报区民政局确认。',
    note: '给区里的话（可以不写）',
    build: (note) => ({ type: 'report', note }),
  },
  returnToTown: {
    effect: '退回镇街重新调查核实。镇街会看到退回的原因。',
    reason: '为什么退回',
    build: (reason) => ({ type: 'returnToTown', reason }),
  },
  refuse: {
    effect: '不予确认。要书面告知申请人，写明理由和申请复议、起诉的权利。',
    reason: '理由（会印在告知书上）',
    build: (reason) => ({ type: 'refuse', reason }),
  },
  claim: { effect: '领取以后，这件由您经办，同事要接手得写明原因。', build: () => ({ type: 'claim' }) },
  release: { effect: '退回以后，同事都可以领取。', build: () => ({ type: 'release' }) },
  takeOver: {
    effect: '这件现在在同事手里。接手以后由您经办，原因会记下来。',
    reason: '为什么接手',
    build: (reason) => ({ type: 'takeOver', reason }),
  },
  withdraw: {
    effect: '申请人要求撤回。撤回以后这件就办结了，以后可以再申请。',
    reason: '申请人怎么说',
    build: (reason) => ({ type: 'withdraw', reason }),
  },
  abandon: {
    effect: '补正期限已过没有补来，记为自动放弃，并书面告知。以后可以再申请。',
    build: () => ({ type: 'abandon' }),
  },
  concludeNotEligible: {
    effect: '告知申请人调查结果是不符合条件；申请人可以带证明申请复查，镇街帮助取证。',
    reason: '为什么不符合（会印在通知书上）',
    build: (reason) => ({ type: 'concludeNotEligible', reason }),
  },
  keepUnchanged: {
    effect: '核查以后待遇不变。',
    reason: '核查的情况',
    build: (reason) => ({ type: 'keepUnchanged', reason }),
  },
};
