import type { TerminationReason } from '../../../../domain/case/process-data.ts';
import type { ExtensionReason } from '../../../../domain/rules/rule-set.ts';
import { optionsOf } from '../../../words/options-of.ts';
import { terminationWords } from '../../../words/process-answers.ts';
import type { FormSpec } from '../fields-form.ts';

export const extendForm: FormSpec = {
  effect: () => '办理期限延长一次，要书面告知申请人。规定里没有写的原因不能延长。',
  fields: ({ process }) => [
    {
      name: 'because',
      label: '因为什么延长',
      kind: 'choice',
      choices: process.extensionReasons.map(({ code, title }) => ({ value: code, label: title })),
    },
    { name: 'reason', label: '具体情况', kind: 'long' },
  ],
  build: ({ text }) => ({
    type: 'extend',
    because: text('because') as ExtensionReason,
    reason: text('reason'),
  }),
};

export const terminateForm: FormSpec = {
  effect: () => '这件就不再往下办了，要书面告知。以后可以再申请。',
  fields: () => [
    { name: 'because', label: '为什么终止', kind: 'choice', choices: optionsOf(terminationWords) },
    { name: 'reason', label: '具体情况（会印在告知书上）', kind: 'long' },
  ],
  build: ({ text }) => ({
    type: 'terminate',
    because: text('because') as TerminationReason,
    reason: text('reason'),
  }),
};

export const remindForm: FormSpec = {
  effect: () => '提醒申请人补交材料。期限不会因为提醒改变。',
  fields: () => [
    {
      name: 'by',
      label: '怎么提醒的',
      kind: 'choice',
      choices: [
        { value: 'phone', label: '打电话' },
        { value: 'message', label: '发短信' },
        { value: 'inPerson', label: '当面' },
        { value: 'letter', label: '写信' },
      ],
    },
    { name: 'note', label: '对方怎么说（可以不写）', kind: 'long', optional: true, max: 300 },
  ],
  build: ({ text }) => ({
    type: 'remindSupplement',
    by: text('by') as 'phone' | 'message' | 'inPerson' | 'letter',
    note: text('note'),
  }),
};

export const handOverForm: FormSpec = {
  effect: () => '移交以后由同事经办，原因会记下来。',
  missing: ({ process }) => (process.colleagues.length > 0 ? null : '这里没有别的同事可以接手。'),
  fields: ({ process }) => [
    {
      name: 'to',
      label: '交给谁',
      kind: 'pick',
      options: process.colleagues.map(({ accountId, name }) => ({ value: accountId, label: name })),
    },
    { name: 'reason', label: '为什么移交', kind: 'long' },
  ],
  build: ({ text }) => ({ type: 'handOver', to: text('to'), reason: text('reason') }),
};
