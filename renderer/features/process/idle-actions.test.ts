import { expect, it } from 'vitest';
import { objectionOf, replyTo, surveyLetter } from '../../../domain/testing/process-samples.ts';
import { usefulActions } from './idle-actions.ts';

const on = '2026-03-10';
const actions = ['replyObjection', 'recordLetterReply', 'takeDownNotice', 'handOver', 'propose'].map(
  (command) => ({ command, to: null, blocked: null, source: '' }),
);
const done = { on, byName: '王示例' };
const objection = objectionOf(1, `${on}T02:00:00.000Z`);
const letter = { record: surveyLetter(1, on), district: false, ...done };
const notice = { postedOn: on, places: [], renewed: false, takenDownOn: null };
const names = (seen: Omit<Parameters<typeof usefulActions>[0], 'actions'>) =>
  usefulActions({ actions, ...seen }).map(({ command }) => command);

it('leaves out what there is nothing to do with', () => {
  expect(names({ objections: [], surveys: [], notices: [], colleagues: [] })).toEqual(['propose']);
});
it('offers what waits', () => {
  const open = {
    objections: [{ objection, reply: null, ...done }],
    surveys: [{ ...letter, reply: null }],
    notices: [notice],
    colleagues: [{ accountId: objection.objectionId, name: '赵虚构' }],
  };
  expect(names(open)).toHaveLength(actions.length);
});
it('no more once it was answered or taken down', () => {
  const { surveyId } = letter.record;
  const reply = { surveyId, repliedOn: on, content: '虚构', pages: [] };
  const settled = {
    objections: [{ objection, reply: replyTo(1).reply, ...done }],
    surveys: [{ ...letter, reply }],
    notices: [{ ...notice, takenDownOn: on }],
    colleagues: [],
  };
  expect(names(settled)).toEqual(['propose']);
});
