import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../../contract/views.ts';
import type { ProcessView } from '../../../contract/views/process.ts';
import { StaffCommand } from '../../../domain/case/staff-commands.ts';
import type { CaseState } from '../../../domain/case/case-state.ts';
import type { Actor } from '../../../domain/log/event-envelope.ts';
import { demoAmounts } from '../../../domain/rules/shipped.ts';
import { districtReviewer, head, villager } from '../../../domain/testing/process-actors.ts';
import { homeVisit, samplePage, surveyLetter } from '../../../domain/testing/process-samples.ts';
import { caseWalk, days, go, refusal, type Walk } from '../../../domain/testing/process-walk.ts';
import { clerk, reviewer, testId } from '../../../domain/testing/sample-application.ts';
import type { ActionFormProps } from './action-form.ts';
import { adjustForm, changeForm, endForm, hearingForm } from './after/after-forms.ts';
import { confirmForm, explainForm, grantFirstForm, registerForm } from './decision/decision-forms.tsx';
import { extendForm, handOverForm, remindForm, terminateForm } from './desk/desk-forms.ts';
import { answered, valuesOf, type FormSpec } from './fields-form.ts';
import {
  meetingForm,
  objectionForm,
  postNoticeForm,
  publishForm,
  replyForm,
  takeDownForm,
} from './notice/notice-forms.tsx';
import { letterReplyForm, recheckForm } from './survey/letter-forms.ts';

/** What the forms read of the case, as the core makes it from the same state. */
function propsOf(state: CaseState): ActionFormProps {
  const { application, surveys, proposals, objections, grant, kind, residence } = state;
  const dossier = { summary: { id: testId(1), applicantName: '张示例', householdSize: 2 }, application };
  const process = {
    ...{ kind, surveys, proposals, objections, grant, residence, amounts: demoAmounts },
    ...{ extensionReasons: [{ code: 'residenceSeparated', title: '人户分离' }], grantType: 'monthly' },
    colleagues: [{ accountId: testId(902), name: '赵虚构' }],
  };
  return {
    dossier: dossier as unknown as Dossier,
    process: process as unknown as ProcessView,
    action: { command: '', to: null, blocked: null, source: '' },
    onClose: () => undefined,
  };
}

/** Fills the form in as somebody would, over what stands there at the beginning, and asks the rules. */
function verdict(walk: Walk, actor: Actor, day: string, spec: FormSpec, typed: Record<string, string>) {
  const props = propsOf(walk.state);
  expect(spec.missing?.(props) ?? null).toBeNull();
  const photos = { photos: [samplePage(801, day)], papers: [samplePage(802, day)] };
  const values = valuesOf({ ...spec.start?.(props, day), ...typed }, photos, testId(8001));
  const open = spec.fields(props, day, values).filter((field) => !answered(field, values, day));
  expect(open.map(({ label }) => label)).toEqual([]);
  return refusal(walk, actor, day, StaffCommand.parse(spec.build(values, props, day)));
}

const letterOut = (): Walk =>
  go(caseWalk('dibao', 'SURVEY'), clerk, days.survey, {
    type: 'recordSurvey',
    record: surveyLetter(9, days.survey),
  });
const resurveyed = (): Walk =>
  go(caseWalk('dibao', 'RESURVEY'), villager, days.resurveyed, {
    type: 'recordSurvey',
    record: homeVisit(9, days.resurveyed),
  });
const heard = (): Walk =>
  go(caseWalk('dibao', 'REASSESSMENT'), clerk, days.heard, {
    type: 'recordHearing',
    hearing: {
      ...{ on: days.heard, with: '张示例', attended: true, said: '虚构：同意', asked: '', pages: [] },
    },
  });
const at = (step: Parameters<typeof caseWalk>[1], kind: Parameters<typeof caseWalk>[0] = 'dibao') =>
  function made() {
    return caseWalk(kind, step);
  };

const reason = { reason: '虚构：理由' };
type Row = [string, FormSpec, () => Walk, Actor, string, Record<string, string>];
const rows: Row[] = [
  ['extend', extendForm, at('SURVEY'), head, days.survey, { because: 'residenceSeparated', ...reason }],
  ['terminate', terminateForm, at('SURVEY'), reviewer, days.survey, { because: 'deceased', ...reason }],
  ['remind', remindForm, at('SUPPLEMENT'), clerk, days.supplement, { by: 'phone' }],
  ['hand over', handOverForm, at('SURVEY'), clerk, days.survey, { to: testId(902), ...reason }],
  ['letter reply', letterReplyForm, letterOut, clerk, days.survey, { content: '虚构：每月发 600 元' }],
  ['recheck', recheckForm, at('NOT_ELIGIBLE'), clerk, days.proposed, { help: '虚构：调取流水', ...reason }],
  ['post', postNoticeForm, at('PRELIMINARY'), villager, days.posted, { places: '村务公开栏、镇政府门口' }],
  ['take down', takeDownForm, at('NOTICE'), villager, days.noticeOver, {}],
  [
    ...(['objection', objectionForm, at('NOTICE'), clerk, days.objected] as const),
    { text: '虚构：还有一套房', time: '09:00' },
  ],
  [
    ...(['meeting', meetingForm, at('OBJECTION'), reviewer, days.objected] as const),
    { participants: '9', forIt: '7', against: '2', minutes: '虚构：多数同意' },
  ],
  [
    ...(['reply', replyForm, resurveyed, reviewer, days.resurveyed] as const),
    { outcome: 'notConfirmed', reply: '虚构：核实没有', told: 'phone' },
  ],
  ['confirm', confirmForm, at('REPORTED'), districtReviewer, days.confirmed, {}],
  ['confirm a status', confirmForm, at('REPORTED', 'dibaoMargin'), districtReviewer, days.confirmed, {}],
  ['publish', publishForm, at('CONFIRMED'), villager, days.published, { places: '村务公开栏' }],
  ['register', registerForm, at('PUBLISHED'), districtReviewer, days.registered, {}],
  [
    ...(['grant first', grantFirstForm, at('SUBMITTED', 'linshi'), head, days.submitted] as const),
    { amount: '1,000', ...reason },
  ],
  ['explain', explainForm, at('GRANTED', 'linshi'), clerk, days.survey, { explanation: '虚构：已核实' }],
  [
    ...(['change', changeForm, at('REGISTERED'), villager, days.changed] as const),
    { what: 'income', by: 'village', note: '虚构：找到工作' },
  ],
  ['hearing', hearingForm, at('REASSESSMENT'), clerk, days.heard, { attended: 'yes', said: '虚构：同意' }],
  [
    ...(['hearing in vain', hearingForm, at('REASSESSMENT'), clerk, days.heard] as const),
    { attended: 'no', asked: '虚构：电话两次、上门一次' },
  ],
  ['adjust', adjustForm, heard, districtReviewer, days.heard, { amount: '100', ...reason }],
  ['end', endForm, heard, districtReviewer, days.heard, { because: 'aboveStandard', ...reason }],
];

describe('a form filled in is taken by the rules of its step', () => {
  it.each(rows)('%s', (_, spec, walk, actor, day, typed) => {
    expect(verdict(walk(), actor, day, spec, typed)).toBe('ok');
  });
});

describe('a form with nothing to do says so', () => {
  it.each([
    ['reply', replyForm, at('NOTICE')],
    ['letter reply', letterReplyForm, at('SURVEY')],
    ['confirm without a proposal', confirmForm, at('SURVEY')],
  ] as [string, FormSpec, () => Walk][])('%s', (_, spec, walk) => {
    expect(spec.missing?.(propsOf(walk().state))).toMatch(/。$/);
  });
});

it('a refusal comes from the rules, not from the form', () => {
  const typed = { amount: '9,999,999', reason: '虚构：火灾' };
  expect(verdict(at('SUBMITTED', 'linshi')(), head, days.submitted, grantFirstForm, typed)).toBe(
    'grant.aboveCap',
  );
});
