import { documentOf } from '../document-of.ts';
import type { ActionFormProps } from '../action-form.ts';
import type { FormSpec } from '../fields-form.ts';

/** Letters that nobody has answered yet. */
export const openLetters = ({ process }: Pick<ActionFormProps, 'process'>) =>
  process.surveys.flatMap(({ record, reply }) =>
    record.method === 'letter' && reply === null ? [record] : [],
  );

export const letterReplyForm: FormSpec = {
  missing: (props) => (openLetters(props).length > 0 ? null : '没有等待回信的信函。'),
  start: (props, today) => {
    const [only, ...others] = openLetters(props);
    return { on: today, ...(only && others.length === 0 ? { letter: only.surveyId } : {}) };
  },
  fields: (props) => [
    {
      name: 'letter',
      label: '回的哪封信',
      kind: 'choice',
      choices: openLetters(props).map(({ surveyId, to, about }) => ({
        value: surveyId,
        label: `${to}：${about.slice(0, 40)}`,
      })),
    },
    { name: 'on', label: '哪天收到', kind: 'date', past: true },
    { name: 'content', label: '回信说了什么', kind: 'long', max: 1000 },
    { name: 'pages', label: '回信的照片或扫描件', kind: 'photos', papers: true, optional: true },
  ],
  build: ({ text, pages }) => ({
    type: 'recordLetterReply',
    reply: {
      ...{ surveyId: text('letter'), repliedOn: text('on') },
      ...{ content: text('content'), pages: pages('pages') },
    },
  }),
};

export const recheckForm: FormSpec = {
  effect: () => '申请人不同意调查结果，可以带证明申请复查；取证有困难的，镇街要帮忙。',
  fields: () => [
    { name: 'reason', label: '申请人为什么不同意', kind: 'long' },
    { name: 'help', label: '镇街帮了什么', hint: '例如 帮助调取银行流水', kind: 'long' },
    { name: 'papers', label: '申请人带来的证明', kind: 'photos', papers: true, optional: true },
  ],
  build: ({ id, text, pages }) => ({
    type: 'requestRecheck',
    ...{ reason: text('reason'), help: text('help') },
    documents: documentOf(id, 'recheckProof', pages('papers')),
  }),
};
