import { describe, expect, it } from 'vitest';
import { shippedRuleSets } from '../rules/shipped.ts';
import type { Actor } from '../log/event-envelope.ts';
import type { GuardName } from '../process/guard-names.ts';
import { districtHead, districtReviewer, head, portal, system, villager } from '../testing/process-actors.ts';
import {
  changeOn,
  checkRequest,
  hearingOn,
  homeVisit,
  neighbourVisit,
  samplePage,
} from '../testing/process-samples.ts';
import {
  caseAt,
  caseWalk,
  confirm,
  days,
  go,
  openWalk,
  postNotice,
  propose,
  publish,
  refusal,
  supplementFor,
  survey,
  takeDownNotice,
  type Walk,
} from '../testing/process-walk.ts';
import { clerk, reviewer, sampleSubmitOf, testContext, testId } from '../testing/sample-application.ts';
import type { CaseCommand } from './case-commands.ts';
import type { CaseState } from './case-state.ts';
import { guards } from './guards.ts';

const ruleSet = shippedRuleSets[0]!;
const code = (
  name: GuardName,
  state: CaseState,
  {
    actor = reviewer,
    today = days.confirmed,
    command = 'x',
  }: { actor?: Actor; today?: string; command?: string } = {},
) =>
  guards[name]({
    state,
    command,
    context: testContext(actor, today),
    process: ruleSet.processes[state.kind]!,
  });

describe('each guard by itself', () => {
  it('notEntrant: whoever entered it reviews nothing of it', () => {
    const state = caseAt('dibao', 'SUBMITTED');
    expect(code('notEntrant', state)).toBeNull();
    expect(code('notEntrant', state, { actor: { ...reviewer, accountId: clerk.accountId } })).toEqual({
      code: 'case.sameReviewer',
    });
  });

  it('pickedUp: only what came from home waits for it', () => {
    const state = caseAt('dibao', 'SUBMITTED');
    expect(code('pickedUp', state)).toBeNull();
    expect(code('pickedUp', { ...state, appliedVia: 'portal' })).toEqual({ code: 'case.notPickedUp' });
    expect(code('pickedUp', { ...state, appliedVia: 'portal', pickedUp: true })).toBeNull();
  });

  it('surveyDone names what is lacking, in order', () => {
    expect(code('surveyDone', caseAt('tekun', 'SURVEY'))).toEqual({
      code: 'survey.incomplete',
      data: { lacks: ['check', 'homeVisit', 'selfCare'] },
    });
    expect(code('surveyDone', survey(caseWalk('tekun', 'SURVEY')).state)).toBeNull();
  });

  it('surveyedAgain counts only what was found since the case came back', () => {
    const state = caseAt('dibao', 'RESURVEY');
    expect(state.evidenceBefore).toBe(1);
    expect(code('surveyedAgain', state)).toEqual({ code: 'survey.nothingNew' });
    expect(code('surveyedAgain', { ...state, evidenceBefore: 0 })).toBeNull();
  });

  it('objectionsAnswered counts the open ones', () => {
    const state = caseAt('dibao', 'OBJECTION');
    expect(code('objectionsAnswered', state)).toEqual({ code: 'objection.unanswered', data: { open: 1 } });
    expect(code('objectionsAnswered', { ...state, objections: [] })).toBeNull();
  });

  it('noticeCompleted: its last day is here and it was taken down', () => {
    const state = caseAt('dibao', 'NOTICE');
    expect(code('noticeCompleted', { ...state, notices: [] })).toEqual({ code: 'notice.missing' });
    expect(code('noticeCompleted', state, { today: '2025-02-20' })).toEqual({
      code: 'notice.notOver',
      data: { ends: '2025-02-21' },
    });
    expect(code('noticeCompleted', state, { today: '2025-02-21' })).toEqual({ code: 'notice.stillUp' });
    const down = state.notices.map((notice) => ({ ...notice, takenDownOn: '2025-02-21' }));
    expect(code('noticeCompleted', { ...state, notices: down }, { today: '2025-02-21' })).toBeNull();
    const late = [{ ...down[0]!, postedOn: '2026-12-28' }];
    expect(code('noticeCompleted', { ...state, notices: late }, { today: '2027-01-08' })?.code).toBe(
      'calendar.unpublished',
    );
  });

  it('noticeElapsed: the last day itself is over', () => {
    const state = caseAt('dibao', 'REPORTED');
    expect(code('noticeElapsed', state, { today: '2025-02-21' })?.code).toBe('notice.notOver');
    expect(code('noticeElapsed', state, { today: '2025-02-22' })).toBeNull();
    expect(code('noticeElapsed', { ...state, notices: [] })).toEqual({ code: 'notice.missing' });
    expect(code('noticeElapsed', { ...state, kind: 'linshi', notices: [] })).toBeNull();
    const late = [{ ...state.notices[0]!, postedOn: '2026-12-28' }];
    expect(code('noticeElapsed', { ...state, notices: late }, { today: '2027-01-08' })?.code).toBe(
      'calendar.unpublished',
    );
  });

  it.each(['accepted', 'surveyStarted', 'preliminary', 'noticePosted', 'reported'])(
    'neededOnRecord misses %s',
    (kind) => {
      const state = caseAt('dibao', 'REPORTED');
      expect(code('neededOnRecord', state)).toBeNull();
      const history = state.history.filter(([what]) => what !== kind);
      expect(code('neededOnRecord', { ...state, history })).toEqual({
        code: 'case.stepsMissing',
        data: { steps: [kind] },
      });
    },
  );

  it('neededOnRecord asks no notice of a kind that has none', () => {
    const state = caseAt('linshi', 'REPORTED');
    expect(code('neededOnRecord', state)).toBeNull();
    const history = state.history.filter(([what]) => what !== 'preliminary');
    expect(code('neededOnRecord', { ...state, history })?.data).toEqual({ steps: ['preliminary'] });
  });

  it('districtVisited: near relatives declared, with names or without', () => {
    const state = caseAt('dibao', 'REPORTED');
    expect(code('districtVisited', state)).toBeNull();
    const kinship = { declared: true, relatives: [] };
    const declared = { ...state, application: { ...state.application!, kinship } };
    expect(code('districtVisited', declared)).toEqual({ code: 'survey.districtVisitMissing' });
    const surveys = declared.surveys.map((one) => ({ ...one, district: true }));
    expect(code('districtVisited', { ...declared, surveys })).toBeNull();
  });

  it('noOpenDuplicate: settled, and not for the other case as long as that person is of this one', () => {
    const state = caseAt('dibao', 'REPORTED');
    const duplicate = {
      ...{ personId: testId(1), otherCaseId: testId(90), otherCaseCode: 'X-1', otherTownCode: '500107002' },
    };
    const noted = { duplicate, reason: '', on: days.confirmed, by: system.accountId };
    const of = (resolution: 'keepOther' | 'keepThis' | null, personId = testId(1)): CaseState => ({
      ...state,
      duplicates: [{ ...noted, duplicate: { ...duplicate, personId }, resolution }],
    });
    expect(code('noOpenDuplicate', of(null))).toEqual({ code: 'duplicate.open', data: { count: 1 } });
    expect(code('noOpenDuplicate', of('keepOther'))).toEqual({ code: 'duplicate.otherKept' });
    expect(code('noOpenDuplicate', of('keepOther', testId(99)))).toBeNull();
    expect(code('noOpenDuplicate', of('keepThis'))).toBeNull();
  });

  it('heard: of the current change; nobody is heard where nobody is left', () => {
    const state = caseAt('dibao', 'REASSESSMENT');
    const missing = { code: 'hearing.missing' };
    expect(code('heard', { ...state, changes: [] })).toEqual(missing);
    expect(code('heard', state, { command: 'endAssistance' })).toEqual(missing);
    const heard = state.changes.map((one) => ({ ...one, hearings: [hearingOn(days.heard)] }));
    expect(code('heard', { ...state, changes: heard }, { command: 'adjust' })).toBeNull();
    const died = [{ ...state.changes[0]!, change: changeOn(days.changed, 'deceased') }];
    expect(code('heard', { ...state, changes: died }, { command: 'endAssistance' })).toBeNull();
    expect(code('heard', { ...state, changes: died }, { command: 'adjust' })).toEqual(missing);
    const members = [...state.application!.members, { ...state.application!.members[0]!, id: testId(2) }];
    const household = { ...state, changes: died, application: { ...state.application!, members } };
    expect(code('heard', household, { command: 'endAssistance' })).toEqual(missing);
  });

  it('disputed: only an objection makes it so', () => {
    expect(code('disputed', caseAt('dibao', 'OBJECTION'))).toBeNull();
    expect(code('disputed', caseAt('dibao', 'NOTICE'))).toEqual({ code: 'meeting.notDisputed' });
  });
});

describe('who may act', () => {
  const accept: CaseCommand = { type: 'accept' };
  const open = caseWalk('dibao', 'SUBMITTED');

  it('nobody whose role has ended, on the day after its last', () => {
    expect(refusal(open, { ...reviewer, until: '2025-02-11' }, '2025-02-11', accept)).toBe('ok');
    expect(refusal(open, { ...reviewer, until: '2025-02-11' }, '2025-02-12', accept)).toBe(
      'case.roleExpired',
    );
  });

  it('nobody from elsewhere, and nobody whose work it is not', () => {
    expect(refusal(open, { ...reviewer, areaCode: '500107002' }, days.accepted, accept)).toBe(
      'case.notYourArea',
    );
    expect(refusal(open, { ...districtHead, areaCode: '500108' }, days.accepted, { type: 'claim' })).toBe(
      'case.notYourArea',
    );
    expect(refusal(open, villager, days.accepted, accept)).toBe('case.notYourRole');
    expect(refusal(open, districtReviewer, days.accepted, confirm)).toBe('case.wrongStep');
    expect(refusal(open, { ...system, role: 'admin' }, days.accepted, accept)).toBe('case.notYourRole');
  });

  it('nobody by a second submission, and only by a command the kind has', () => {
    expect(refusal(open, clerk, days.accepted, sampleSubmitOf('dibao', days.submitted))).toBe('case.exists');
    expect(refusal(open, head, days.accepted, { type: 'grantFirst', amountFen: 1, reason: '虚构' })).toBe(
      'case.notYourRole',
    );
  });

  it('the portal opens cases of a town, marked as such; nothing is decided before they are picked up', () => {
    const submit = sampleSubmitOf('dibao', days.submitted);
    const certification = { ...submit.certification, method: 'portal' as const, manualReason: null };
    const online = openWalk('dibao', days.submitted, { actor: portal }, { ...submit, certification });
    const walk: Walk = { ...online, terms: {} };
    expect(walk.state.appliedVia).toBe('portal');
    expect(refusal(walk, reviewer, days.accepted, accept)).toBe('case.notPickedUp');
    expect(refusal(walk, reviewer, days.accepted, supplementFor(days.limit))).toBe('case.notPickedUp');
    const picked = go(walk, clerk, days.accepted, { type: 'pickUp' });
    expect(refusal(picked, clerk, days.accepted, { type: 'pickUp' })).toBe('case.pickedUpAlready');
    expect(refusal(picked, reviewer, days.accepted, accept)).toBe('ok');
    expect(refusal(open, clerk, days.accepted, { type: 'pickUp' })).toBe('case.notOnline');
    expect(() =>
      openWalk('dibao', days.submitted, { actor: { ...portal, until: '2025-02-01' } }, submit),
    ).toThrow('case.roleExpired');
  });
});

describe('what a command says is held against the record', () => {
  const proposed = caseWalk('dibao', 'PRELIMINARY');

  it('no amount but the one the arithmetic gives, and none but the proposed one is confirmed', () => {
    const surveyed = survey(caseWalk('dibao', 'SURVEY'));
    const right = proposed.state.proposals[0]!.proposal;
    const with_ = (more: object): CaseCommand => ({ type: 'propose', proposal: { ...right, ...more } });
    expect(refusal(surveyed, reviewer, days.proposed, with_({}))).toBe('ok');
    expect(refusal(surveyed, reviewer, days.proposed, with_({ amountFen: right.amountFen + 1 }))).toBe(
      'proposal.amountDiffers',
    );
    expect(refusal(surveyed, reviewer, days.proposed, with_({ method: 'band' }))).toBe(
      'proposal.amountDiffers',
    );
    expect(refusal(surveyed, reviewer, days.proposed, with_({ amountsId: 'amounts-old' }))).toBe(
      'proposal.otherAmounts',
    );
    expect(refusal(surveyed, reviewer, days.proposed, with_({ eligible: false }))).toBe(
      'proposal.amountDiffers',
    );
    expect(refusal(surveyed, reviewer, days.proposed, with_({ eligible: false, amountFen: 0 }))).toBe('ok');
    const verified = { ...right.verified, propertyComplies: false };
    expect(refusal(surveyed, reviewer, days.proposed, with_({ verified }))).toBe('proposal.conditionNotMet');
    expect(refusal(surveyed, reviewer, days.proposed, with_({}), { amounts: [] })).toBe(
      'amounts.noneInForce',
    );
    const reported = caseWalk('dibao', 'REPORTED');
    const more: CaseCommand = { type: 'confirm', amountFen: 45_001, method: 'difference', note: '' };
    expect(refusal(reported, districtReviewer, days.confirmed, more)).toBe('proposal.amountDiffers');
    expect(
      refusal(reported, districtReviewer, days.confirmed, { ...more, amountFen: 45_000, method: 'band' }),
    ).toBe('proposal.amountDiffers');
  });

  it('特困: what two assessors found goes before what was typed into the proposal', () => {
    const surveyed = survey(caseWalk('tekun', 'SURVEY'));
    const dear = go(surveyed, reviewer, days.proposed, propose).state.proposals[0]!.proposal;
    const none = {
      eating: false,
      dressing: false,
      bed: false,
      toilet: false,
      walking: false,
      bathing: false,
    };
    const verified = { ...dear.verified, selfCare: none };
    const costly: CaseCommand = { type: 'propose', proposal: { ...dear, verified, amountFen: 157_500 } };
    expect(dear.amountFen).toBe(127_500);
    expect(refusal(surveyed, reviewer, days.proposed, costly)).toBe('proposal.amountDiffers');
  });

  it('a survey before the acceptance, of nobody of the household, or twice is none', () => {
    const open = caseWalk('dibao', 'SURVEY');
    const visit = homeVisit(1, days.survey);
    const record = (one: CaseCommand & { type: 'recordSurvey' }) => refusal(open, villager, days.survey, one);
    expect(record({ type: 'recordSurvey', record: homeVisit(1, '2025-02-10') })).toBe(
      'survey.beforeAcceptance',
    );
    expect(record({ type: 'recordSurvey', record: homeVisit(1, days.accepted) })).toBe('ok');
    const seen = go(open, villager, days.survey, { type: 'recordSurvey', record: visit });
    expect(refusal(seen, villager, days.survey, { type: 'recordSurvey', record: visit })).toBe(
      'survey.recordedAlready',
    );
    const reported = caseWalk('dibao', 'REPORTED');
    const district = (given: typeof visit | ReturnType<typeof neighbourVisit>) =>
      refusal(reported, districtReviewer, days.confirmed, { type: 'recordDistrictVisit', record: given });
    expect(district(neighbourVisit(30, days.confirmed))).toBe('survey.homeVisitNeeded');
    expect(district(homeVisit(31, '2025-02-10'))).toBe('survey.beforeAcceptance');
    expect(district(homeVisit(1, days.confirmed))).toBe('survey.recordedAlready');
    expect(district({ ...homeVisit(32, days.confirmed), photos: [] })).toBe('survey.photoMissing');
    expect(district(homeVisit(32, days.confirmed))).toBe('ok');
  });

  it('a check asks once, about who signed, and takes the answers it asked for', () => {
    const open = caseWalk('dibao', 'SURVEY');
    const asked = go(open, clerk, days.survey, checkRequest());
    expect(refusal(asked, clerk, days.survey, checkRequest())).toBe('check.requestedAlready');
    const twice = { ...checkRequest(2), sources: ['tax' as const, 'tax' as const] };
    expect(refusal(asked, clerk, days.survey, twice)).toBe('check.sourceTwice');
    const unsigned = { ...open, state: { ...open.state, signatures: [] } };
    expect(refusal(unsigned, clerk, days.survey, checkRequest())).toBe('check.notAuthorized');
  });

  it('photos prove the posting, the taking down and the publication', () => {
    const bare = { places: ['村务公开栏'], photos: [] };
    expect(refusal(proposed, villager, days.posted, { type: 'postNotice', ...bare })).toBe(
      'notice.photoMissing',
    );
    const up = go(proposed, villager, days.posted, postNotice);
    expect(refusal(up, villager, days.noticeOver, { type: 'takeDownNotice', photos: [] })).toBe(
      'notice.photoMissing',
    );
    expect(refusal(up, villager, '2025-02-20', takeDownNotice)).toBe('notice.notOver');
    const down = go(up, villager, days.noticeOver, takeDownNotice);
    expect(refusal(down, villager, days.noticeOver, takeDownNotice)).toBe('notice.takenDownAlready');
    const confirmed = caseWalk('dibao', 'CONFIRMED');
    expect(refusal(confirmed, villager, days.published, { type: 'publish', ...bare })).toBe(
      'notice.photoMissing',
    );
    expect(refusal(confirmed, villager, days.published, publish)).toBe('ok');
  });

  it('nothing is demanded that a department can tell (L §62)', () => {
    const open = caseWalk('dibao', 'SUBMITTED');
    const asked = supplementFor(days.limit);
    expect(refusal(open, reviewer, days.supplement, asked, { verifiable: ['diagnosis'] })).toBe(
      'supplement.verifiable',
    );
    expect(refusal(open, reviewer, days.supplement, asked, { verifiable: ['idCard'] })).toBe('ok');
    expect(refusal(open, reviewer, days.supplement, { ...asked, limit: days.supplement })).toBe(
      'supplement.limitPast',
    );
  });

  it('the supplement is given in time, also when 自动放弃 was recorded meanwhile; not after its limit', () => {
    const given: CaseCommand = {
      type: 'provideSupplement',
      documents: [
        { documentId: testId(1), slot: 'diagnosis', memberId: testId(1), pages: [samplePage(1, days.limit)] },
      ],
    };
    const abandoned = caseWalk('dibao', 'ABANDONED');
    expect(refusal(abandoned, clerk, '2025-02-21', given)).toBe('supplement.limitPast');
    const back = go(abandoned, clerk, days.limit, given);
    expect(back.state).toMatchObject({ step: 'SUBMITTED' });
    expect(back.state.history.at(-1)).toEqual(['supplemented', '2025-02-21']);
    const waiting = caseWalk('dibao', 'SUPPLEMENT');
    expect(refusal(waiting, system, days.limit, { type: 'abandon' })).toBe('supplement.limitNotPassed');
    expect(refusal(waiting, clerk, '2025-03-01', given)).toBe('ok');
  });

  it('an extension once, for a reason of the rules that is true, by a head', () => {
    const open = caseWalk('dibao', 'SURVEY');
    const extend = (because: 'objection' | 'difficultSurvey'): CaseCommand => ({
      ...{ type: 'extend', because },
      reason: '虚构：说明',
    });
    expect(refusal(open, reviewer, days.survey, extend('difficultSurvey'))).toBe('case.notYourRole');
    expect(refusal(open, head, days.survey, extend('objection'))).toBe('case.extensionReason');
    expect(refusal(caseWalk('dibao', 'OBJECTION'), head, days.objected, extend('objection'))).toBe('ok');
    const extended = go(open, head, days.survey, extend('difficultSurvey'));
    expect(extended.state.extension).toEqual({
      ...{ because: 'difficultSurvey', reason: '虚构：说明', on: days.survey, by: head.accountId },
    });
    expect(refusal(extended, head, days.survey, extend('difficultSurvey'))).toBe('case.extendedAlready');
  });

  it('after registration: visits in the right mode, hearings about the change, money only where there is some', () => {
    const open = caseWalk('dibao', 'REASSESSMENT');
    const hear = (more: object): CaseCommand => ({
      type: 'recordHearing',
      hearing: { ...hearingOn(days.heard), ...more },
    });
    expect(refusal(open, clerk, days.heard, hear({ on: '2025-06-09' }))).toBe('hearing.beforeChange');
    expect(refusal(open, clerk, days.heard, hear({ on: '2025-06-13' }))).toBe('survey.inFuture');
    expect(refusal(open, clerk, days.heard, hear({ said: ' ' }))).toBe('hearing.empty');
    expect(refusal(open, clerk, days.heard, hear({ attended: false }))).toBe('hearing.empty');
    expect(refusal(open, clerk, days.heard, hear({ attended: false, asked: '两次电话' }))).toBe('ok');
    const heard = go(open, clerk, days.heard, hear({}));
    const adjust = (amountFen: number): CaseCommand => ({
      ...{ type: 'adjust', amountFen, from: '2025-07-01' },
      reason: '虚构：收入变化',
    });
    expect(refusal(heard, districtReviewer, days.heard, adjust(45_000))).toBe('adjust.sameAmount');
    expect(refusal(heard, districtReviewer, days.heard, adjust(0))).toBe('adjust.endInstead');
    expect(refusal(heard, reviewer, days.heard, adjust(1))).toBe('case.notYourRole');
    const kept = go(heard, reviewer, days.heard, { type: 'keepUnchanged', reason: '虚构：没有影响' });
    expect(kept.state).toMatchObject({ step: 'REGISTERED', grant: { amountFen: 45_000 } });
    const margin = caseWalk('dibaoMargin', 'REASSESSMENT');
    expect(refusal(margin, districtReviewer, days.heard, adjust(100))).toBe('case.notYourRole');
    const monthly = { ...ruleSet.processes['dibao']!, grant: 'status' as const };
    const status = { ruleSet: { ...ruleSet, processes: { dibao: monthly } } };
    expect(refusal(heard, districtReviewer, days.heard, adjust(100), status)).toBe('adjust.noMoney');
    const change: CaseCommand = { type: 'reportChange', change: changeOn('2025-06-11') };
    expect(refusal(caseWalk('dibao', 'REGISTERED'), villager, days.changed, change)).toBe('survey.inFuture');
  });

  it('paid from the month of the decision on, not before', () => {
    const published = caseWalk('dibao', 'PUBLISHED');
    const register = (payFrom: string): CaseCommand => ({ type: 'register', payFrom, residence: 'home' });
    expect(refusal(published, reviewer, days.registered, register('2025-01-31'))).toBe(
      'register.beforeDecision',
    );
    expect(refusal(published, reviewer, days.registered, register('2025-02-01'))).toBe('ok');
  });
});
