import type { EndReason, HouseholdChange } from '../../../../domain/case/process-data.ts';
import { formatYuan } from '../../../../domain/values/fen.ts';
import { optionsOf } from '../../../words/options-of.ts';
import { changeByWords, changeWords, endReasonWords } from '../../../words/process-answers.ts';
import type { FormSpec } from '../fields-form.ts';

export const changeForm: FormSpec = {
  effect: () => '登记以后重新核查待遇。要减少或者停发，先听本人意见。',
  start: (_, today) => ({ on: today }),
  fields: () => [
    { name: 'what', label: '哪方面变了', kind: 'choice', choices: optionsOf(changeWords) },
    { name: 'by', label: '怎么知道的', kind: 'choice', choices: optionsOf(changeByWords) },
    { name: 'on', label: '哪天变的', kind: 'date', past: true },
    { name: 'note', label: '具体情况', kind: 'long' },
  ],
  build: ({ text }) => ({
    type: 'reportChange',
    change: {
      what: text('what') as HouseholdChange['what'],
      by: text('by') as HouseholdChange['by'],
      ...{ on: text('on'), note: text('note') },
    },
  }),
};

export const hearingForm: FormSpec = {
  effect: () => '减少或者停发以前，要听本人怎么说。本人不来，写明是怎么通知的。',
  start: ({ dossier }, today) => ({ on: today, with: dossier.summary.applicantName }),
  fields: (_, __, { text }) => [
    { name: 'on', label: '哪天听取的', kind: 'date', past: true },
    { name: 'with', label: '听取谁的意见', kind: 'text' },
    {
      name: 'attended',
      label: '本人来了没有',
      kind: 'choice',
      choices: [
        { value: 'yes', label: '来了' },
        { value: 'no', label: '通知了，没有来' },
      ],
    },
    text('attended') === 'no'
      ? {
          name: 'asked',
          label: '怎么通知的，通知了几次',
          kind: 'long' as const,
          max: 1000,
        }
      : { name: 'said', label: '本人怎么说', kind: 'long' as const, max: 1000 },
    { name: 'pages', label: '签过字的记录（可以没有）', kind: 'photos', optional: true },
  ],
  build: ({ text, pages }) => {
    const attended = text('attended') === 'yes';
    return {
      type: 'recordHearing',
      hearing: {
        ...{ on: text('on'), with: text('with'), attended, pages: pages('pages') },
        said: attended ? text('said') : '',
        asked: attended ? '' : text('asked'),
      },
    };
  },
};

export const adjustForm: FormSpec = {
  effect: ({ process }) =>
    `现在每月 ${formatYuan(process.grant?.amountFen ?? 0)} 元。减少的，要先听取本人意见；调整要书面告知。`,
  start: (_, today) => ({ from: today }),
  fields: () => [
    { name: 'amount', label: '改成每月多少', kind: 'money' },
    { name: 'from', label: '从哪天起', kind: 'date' },
    { name: 'reason', label: '理由（会印在告知书上）', kind: 'long' },
  ],
  build: ({ fen, text }) => ({
    type: 'adjust',
    ...{ amountFen: fen('amount') ?? 0, from: text('from'), reason: text('reason') },
  }),
};

export const endForm: FormSpec = {
  effect: () => '终止以后不再发钱，要书面告知。先听取本人意见；以后可以再申请。',
  start: (_, today) => ({ from: today }),
  fields: () => [
    { name: 'because', label: '为什么终止', kind: 'choice', choices: optionsOf(endReasonWords) },
    { name: 'from', label: '从哪天起', kind: 'date' },
    { name: 'reason', label: '具体情况（会印在告知书上）', kind: 'long' },
  ],
  build: ({ text }) => ({
    type: 'endAssistance',
    ...{ because: text('because') as EndReason, from: text('from'), reason: text('reason') },
  }),
};
