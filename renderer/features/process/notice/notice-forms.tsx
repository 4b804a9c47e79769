import type { ActionFormProps } from '../action-form.ts';
import { isTime, listOf, momentOf, type FieldSpec, type FormSpec } from '../fields-form.ts';
import { optionsOf } from '../../../words/options-of.ts';
import { objectionOutcomeWords, toldWords } from '../../../words/process-answers.ts';
import type { ObjectionReply } from '../../../../domain/case/process-data.ts';
import { NoticeLine, PublishedLine } from './PostedLine.tsx';
import { clockTime } from './clock-time.ts';

const places: FieldSpec = {
  name: 'places',
  label: '贴在哪里',
  hint: '几个地方用、隔开，例如 村务公开栏、镇政府门口',
  kind: 'text',
  max: 300,
};

export const postNoticeForm: FormSpec = {
  effect: (props) => (
    <>
      公示期从张贴的第二天算起，哪天期满会写在档案里。公示上只有这三项：
      <NoticeLine {...props} />
    </>
  ),
  fields: () => [places, { name: 'photos', label: '张贴照片', kind: 'photos' }],
  build: ({ text, pages }) => ({
    type: 'postNotice',
    places: listOf(text('places')),
    photos: pages('photos'),
  }),
};

export const takeDownForm: FormSpec = {
  effect: () => '公示满期以后揭下，拍照证明一直贴到最后一天。',
  fields: () => [{ name: 'photos', label: '揭下时的照片', kind: 'photos' }],
  build: ({ pages }) => ({ type: 'takeDownNotice', photos: pages('photos') }),
};

export const objectionForm: FormSpec = {
  effect: () => '任何人都可以提异议，可以不留姓名。收到的时间决定在不在公示期内。',
  start: (_, today) => ({ day: today, time: clockTime(new Date()) }),
  fields: () => [
    { name: 'by', label: '谁提的（不愿说可以不写）', kind: 'text', optional: true },
    { name: 'contact', label: '怎么联系（可以不写）', kind: 'text', optional: true },
    { name: 'text', label: '异议的内容', hint: '按他说的写', kind: 'long', max: 2000 },
    { name: 'day', label: '哪天收到', kind: 'date', past: true },
    { name: 'time', label: '几点收到', hint: '24 小时制，例如 09:30', kind: 'time' },
  ],
  build: ({ id, text }) => ({
    type: 'registerObjection',
    objection: {
      objectionId: id,
      ...{ by: text('by'), contact: text('contact'), text: text('text') },
      receivedAt: momentOf(text('day'), isTime(text('time')) ? text('time') : '00:00'),
    },
  }),
};

const openObjections = ({ process }: ActionFormProps) =>
  process.objections.filter(({ reply }) => reply === null).map(({ objection }) => objection);

export const replyForm: FormSpec = {
  missing: (props) => (openObjections(props).length > 0 ? null : '没有等待答复的异议。'),
  start: (props) => {
    const [only, ...others] = openObjections(props);
    return only && others.length === 0 ? { objection: only.objectionId } : {};
  },
  fields: (props) => [
    {
      name: 'objection',
      label: '答复哪一条',
      kind: 'choice',
      choices: openObjections(props).map(({ objectionId, by, text }) => ({
        value: objectionId,
        label: `${by || '没有留姓名'}：${text.length > 40 ? `${text.slice(0, 40)}…` : text}`,
      })),
    },
    { name: 'outcome', label: '核实下来', kind: 'choice', choices: optionsOf(objectionOutcomeWords) },
    { name: 'reply', label: '怎么答复', hint: '会印在答复书上', kind: 'long' },
    { name: 'told', label: '怎么告诉对方的', kind: 'choice', choices: optionsOf(toldWords) },
  ],
  build: ({ text }) => ({
    type: 'replyObjection',
    reply: {
      objectionId: text('objection'),
      outcome: text('outcome') as ObjectionReply['outcome'],
      reply: text('reply'),
      told: text('told') as ObjectionReply['told'],
    },
  }),
};

export const meetingForm: FormSpec = {
  effect: () => '只有对有异议的家庭才评议。到会的至少 3 人。',
  start: (_, today) => ({ on: today }),
  fields: () => [
    { name: 'on', label: '哪天开的', kind: 'date', past: true },
    { name: 'participants', label: '到会人数', kind: 'count' },
    { name: 'forIt', label: '同意', kind: 'count' },
    { name: 'against', label: '不同意', kind: 'count' },
    { name: 'minutes', label: '评议情况', kind: 'long' },
    { name: 'photos', label: '会议照片（可以没有）', kind: 'photos', optional: true },
  ],
  build: ({ text, count, pages }) => ({
    type: 'holdMeeting',
    meeting: {
      on: text('on'),
      ...{ participants: count('participants') ?? 0, forIt: count('forIt') ?? 0 },
      ...{ against: count('against') ?? 0, minutes: text('minutes'), photos: pages('photos') },
    },
  }),
};

export const publishForm: FormSpec = {
  effect: (props) => (
    <>
      公布在村（居）公开栏。公布上只有这三项，别的一个字也不能有：
      <PublishedLine {...props} />
    </>
  ),
  fields: () => [places, { name: 'photos', label: '公布照片', kind: 'photos' }],
  build: ({ text, pages }) => ({ type: 'publish', places: listOf(text('places')), photos: pages('photos') }),
};
