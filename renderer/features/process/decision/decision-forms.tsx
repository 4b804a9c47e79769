import Typography from '@mui/material/Typography';
import type { Residence } from '../../../../domain/case/process-data.ts';
import { formatYuanWithUnit } from '../../../../domain/values/fen.ts';
import { optionsOf } from '../../../words/options-of.ts';
import { methodWords, residenceWords } from '../../../words/process-answers.ts';
import type { ActionFormProps } from '../action-form.ts';
import { documentOf } from '../document-of.ts';
import type { FormSpec } from '../fields-form.ts';

const lastProposal = ({ process }: ActionFormProps) => process.proposals.at(-1)?.proposal;

export const confirmForm: FormSpec = {
  missing: (props) => (lastProposal(props)?.eligible ? null : '没有建议救助的初审意见，不能确认。'),
  effect: (props) => {
    const proposal = lastProposal(props);
    return (
      proposal && (
        <>
          <Typography sx={{ fontSize: 'h3.fontSize', fontWeight: 600 }}>
            {proposal.method === 'status'
              ? methodWords.status
              : `${proposal.method === 'oneOff' ? '一次' : '每月'} ${formatYuanWithUnit(proposal.amountFen)}（${methodWords[proposal.method]}）`}
          </Typography>
          <Typography>
            就是镇街建议{props.process.notice ? '并公示过' : ''}的，一分不差。要改金额，请退回镇街。理由：
            {proposal.reason}
          </Typography>
        </>
      )
    );
  },
  fields: () => [{ name: 'note', label: '说明（可以不写）', kind: 'long', optional: true }],
  build: ({ text }, props) => {
    const proposal = lastProposal(props);
    return {
      type: 'confirm',
      amountFen: proposal?.amountFen ?? 0,
      method: proposal?.method ?? 'status',
      note: text('note'),
    };
  },
};

export const registerForm: FormSpec = {
  // Help given once has no yearly visits.
  effect: ({ process: { grantType } }) =>
    [
      '登记以后就是在册对象。',
      grantType === 'monthly' ? '救助金按月发。' : '',
      grantType === 'once' ? '' : '每年至少探访一次；怎么探访，看住在哪里。',
    ].join(''),
  start: (_, today) => ({ month: nextMonth(today), residence: 'home' }),
  fields: ({ process }) => [
    {
      name: 'month',
      label: process.grantType === 'monthly' ? '从哪个月起发' : '从哪个月起算',
      kind: 'month',
    },
    { name: 'residence', label: '住在哪里', kind: 'choice', choices: optionsOf(residenceWords) },
  ],
  build: ({ text }) => ({
    type: 'register',
    payFrom: `${text('month')}-01`,
    residence: text('residence') as Residence,
  }),
};

/** Offered as a beginning: money is usually paid from the month after the decision. */
export const nextMonth = (today: string): string => {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`;
};

export const grantFirstForm: FormSpec = {
  missing: ({ process }) =>
    process.amounts?.linshiFirstGrantFen === undefined ? '区里还没有定先行救助的最高金额。' : null,
  effect: ({ dossier, process }) => {
    const cap = process.amounts?.linshiFirstGrantFen;
    const asked = dossier.application.emergency?.requestedFen ?? 0;
    return (
      <>
        <Typography>情况紧急，先给钱，事后再补说明。由镇街负责人决定。</Typography>
        {cap !== undefined && (
          <Typography sx={{ fontWeight: 600 }}>
            最多 {formatYuanWithUnit(cap)}；申请人说需要 {formatYuanWithUnit(asked)}。
          </Typography>
        )}
      </>
    );
  },
  fields: () => [
    { name: 'amount', label: '先给多少', kind: 'money' },
    { name: 'reason', label: '为什么等不得', kind: 'long' },
  ],
  build: ({ fen, text }) => ({ type: 'grantFirst', amountFen: fen('amount') ?? 0, reason: text('reason') }),
};

export const explainForm: FormSpec = {
  effect: () => '先行救助以后，在这里补上情况和证明。',
  fields: () => [
    { name: 'explanation', label: '核实的情况', kind: 'long' },
    { name: 'papers', label: '证明材料', kind: 'photos', papers: true, optional: true },
  ],
  build: ({ id, text, pages }) => ({
    type: 'explainAfterwards',
    explanation: text('explanation'),
    documents: documentOf(id, 'laterExplanation', pages('papers')),
  }),
};
