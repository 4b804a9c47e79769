import { describe, expect, it } from 'vitest';
import { demoAmounts, shippedRuleSets } from '../rules/shipped.ts';
import type { Actor } from '../log/event-envelope.ts';
import type { DecideContext } from '../log/decision.ts';
import { districtReviewer, head, system, villager } from '../testing/process-actors.ts';
import {
  changeOn,
  checkRequest,
  hearingOn,
  homeVisit,
  morning,
  objectionOf,
  samplePage,
  visitOn,
} from '../testing/process-samples.ts';
import {
  caseAt,
  caseWalk,
  confirm,
  days,
  go,
  propose,
  refusal,
  supplementFor,
  survey,
  takeDownNotice,
  type Walk,
} from '../testing/process-walk.ts';
import { clerk, reviewer, sampleSubmitOf, testContext, testId } from '../testing/sample-application.ts';
import type { CaseCommand } from './case-commands.ts';
import { decideCase } from './decide-case.ts';
import { assessVerified } from './proposal.ts';

type Said = CaseCommand | ((state: Walk['state'], day: string) => CaseCommand);
const failure = (walk: Walk, actor: Actor, day: string, said: Said, terms: Partial<DecideContext> = {}) => {
  const command = typeof said === 'function' ? said(walk.state, day) : said;
  const decided = decideCase(walk.state, command, { ...testContext(actor, day), ...walk.terms, ...terms });
  return decided.ok ? null : decided.failure;
};
const reason = '虚构：说明';
const supplement = (slot: string, memberId: string | null = testId(1)): CaseCommand => ({
  type: 'provideSupplement',
  documents: [{ documentId: testId(1), slot, memberId, pages: [samplePage(1, days.survey)] }],
});
const hearing = (on: string): CaseCommand => ({ type: 'recordHearing', hearing: hearingOn(on) });
const object = (receivedAt: string): CaseCommand => ({
  type: 'registerObjection',
  objection: objectionOf(5, receivedAt),
});

describe('a refusal says what there is to know', () => {
  const reported = caseWalk('dibao', 'REPORTED');
  const notice = caseWalk('dibao', 'NOTICE');
  const surveyed = survey(caseWalk('dibao', 'SURVEY'));
  const right = caseWalk('dibao', 'PRELIMINARY').state.proposals[0]!.proposal;
  const like = (more: object): CaseCommand => ({ type: 'propose', proposal: { ...right, ...more } });
  const { state: unknown } = caseWalk('dibao', 'SUBMITTED');
  const cases: [string, Walk, Actor, string, Said, object, Partial<DecideContext>?][] = [
    ['the step', reported, reviewer, days.confirmed, { type: 'accept' }, { step: 'REPORTED' }],
    [
      'the kind',
      caseWalk('dibao', 'SUBMITTED'),
      reviewer,
      days.accepted,
      { type: 'accept' },
      { kind: 'dibao' },
      { ruleSet: { ...shippedRuleSets[0]!, processes: {} } },
    ],
    [
      'who has it',
      go(surveyed, clerk, days.survey, { type: 'claim' }),
      reviewer,
      days.proposed,
      propose,
      { accountId: clerk.accountId },
    ],
    [
      'the last day of the notice',
      reported,
      districtReviewer,
      days.noticeOver,
      confirm,
      { ends: days.noticeOver },
    ],
    [
      'the same when it is taken down',
      notice,
      villager,
      '2025-02-20',
      takeDownNotice,
      { ends: days.noticeOver },
    ],
    [
      'when it was posted',
      notice,
      villager,
      '2025-02-18',
      object(morning('2025-02-13')),
      { posted: days.posted },
    ],
    [
      'when it ended',
      notice,
      villager,
      '2025-02-24',
      object(morning('2025-02-22')),
      { ends: days.noticeOver },
    ],
    [
      'the day that has not come',
      notice,
      villager,
      '2025-02-18',
      object(morning('2025-02-19')),
      { on: '2025-02-19' },
    ],
    ['the amount', surveyed, reviewer, days.proposed, like({ amountFen: 1 }), { amountFen: 45_000 }],
    [
      'the amounts in force',
      surveyed,
      reviewer,
      days.proposed,
      like({ amountsId: 'old' }),
      { amountsId: demoAmounts.id },
    ],
    [
      'that there are none',
      surveyed,
      reviewer,
      days.proposed,
      like({}),
      { day: days.proposed },
      { amounts: [] },
    ],
    [
      'the conditions',
      surveyed,
      reviewer,
      days.proposed,
      like({ verified: { ...right.verified, propertyComplies: false } }),
      { conditions: ['property'] },
    ],
    [
      'the proposed amount',
      reported,
      districtReviewer,
      days.confirmed,
      { type: 'confirm', amountFen: 1, method: 'difference', note: '' },
      { amountFen: 45_000 },
    ],
    [
      'the limit of the supplement',
      caseWalk('dibao', 'SUPPLEMENT'),
      system,
      days.limit,
      { type: 'abandon' },
      { limit: days.limit },
    ],
    [
      'a limit that lies behind',
      caseWalk('dibao', 'SUBMITTED'),
      reviewer,
      days.supplement,
      supplementFor('2025-02-10'),
      { limit: '2025-02-10' },
    ],
    [
      'the limit that has passed',
      caseWalk('dibao', 'ABANDONED'),
      clerk,
      '2025-02-21',
      supplement('diagnosis'),
      { limit: days.limit },
    ],
    [
      'what is missing',
      caseWalk('dibao', 'SUPPLEMENT'),
      clerk,
      days.survey,
      supplement('other'),
      { slots: ['diagnosis'] },
    ],
    [
      'of whom it is missing',
      caseWalk('dibao', 'SUPPLEMENT'),
      clerk,
      days.survey,
      supplement('diagnosis', testId(9)),
      { slots: ['diagnosis'] },
    ],
    [
      'what can be verified',
      caseWalk('dibao', 'SUBMITTED'),
      reviewer,
      days.supplement,
      supplementFor(days.limit),
      { slots: ['diagnosis'] },
      { verifiable: ['diagnosis'] },
    ],
    [
      'the reason that does not count',
      surveyed,
      head,
      days.survey,
      { type: 'extend', because: 'objection', reason },
      { because: 'objection' },
    ],
    [
      'the day of the acceptance',
      surveyed,
      villager,
      days.survey,
      { type: 'recordSurvey', record: homeVisit(9, '2025-02-10') },
      { on: days.accepted },
    ],
    [
      'the day of a hearing to come',
      caseWalk('dibao', 'REASSESSMENT'),
      clerk,
      days.heard,
      hearing('2025-06-13'),
      { on: '2025-06-13' },
    ],
    [
      'the day of the change',
      caseWalk('dibao', 'REASSESSMENT'),
      clerk,
      days.heard,
      hearing('2025-06-09'),
      { on: days.changed },
    ],
    [
      'the day of a change to come',
      caseWalk('dibao', 'REGISTERED'),
      villager,
      days.changed,
      { type: 'reportChange', change: changeOn('2025-06-11') },
      { on: '2025-06-11' },
    ],
    [
      'the cap',
      caseWalk('linshi', 'SUBMITTED'),
      head,
      days.submitted,
      { type: 'grantFirst', amountFen: 200_000, reason },
      { capFen: 150_000 },
    ],
    [
      'that no cap is set',
      caseWalk('linshi', 'SUBMITTED'),
      head,
      days.submitted,
      { type: 'grantFirst', amountFen: 1, reason },
      { day: days.submitted },
      { amounts: [] },
    ],
    [
      'the document',
      caseWalk('dibao', 'ACCEPTED'),
      clerk,
      days.accepted,
      {
        type: 'issueDocument',
        issued: {
          document: 'refusalNotice',
          about: 2,
          number: '虚构1号',
          page: samplePage(1, days.accepted),
        },
      },
      { document: 'refusalNotice' },
    ],
  ];

  it.each(cases)('%s', (_, walk, actor, day, said, data, terms) => {
    expect(failure(walk, actor, day, said, terms)?.data).toEqual(data);
  });

  it('and of a case that is not there, or of an unknown kind, that it is so', () => {
    const context = testContext(clerk, days.submitted);
    expect(decideCase(null, { type: 'accept' }, context)).toEqual({
      ok: false,
      failure: { code: 'case.notFound' },
    });
    const ruleSet = { ...shippedRuleSets[0]!, processes: {} };
    expect(decideCase(null, sampleSubmitOf('dibao', days.submitted), { ...context, ruleSet })).toEqual({
      ok: false,
      failure: { code: 'case.kindUnknown', data: { kind: 'dibao' } },
    });
    expect(
      assessVerified({ ...unknown, application: null }, right.verified, days.proposed, demoAmounts),
    ).toEqual({
      ok: false,
      failure: { code: 'case.tampered', data: { version: 1 } },
    });
  });

  it('no first grant without a word of urgency, whatever the amounts', () => {
    const open = caseWalk('linshi', 'SUBMITTED');
    const application = { ...open.state.application! };
    delete application.emergency;
    const first: CaseCommand = { type: 'grantFirst', amountFen: 1, reason };
    for (const given of [null, application])
      expect(
        refusal({ ...open, state: { ...open.state, application: given } }, head, days.submitted, first),
      ).toBe('grant.notUrgent');
  });
});

describe('a step puts on record what was said', () => {
  const of = (walk: Walk, type: string) => walk.events.findLast((event) => event.type === type)?.data;
  const ended = caseWalk('dibao', 'ENDED');
  const recheck = caseWalk('dibao', 'RECHECK');

  it.each<[string, Walk, object]>([
    [
      'notice.posted',
      ended,
      { on: days.posted, by: villager.accountId, step: 'NOTICE', places: ['村务公开栏'], renewed: false },
    ],
    [
      'notice.takenDown',
      ended,
      { on: days.noticeOver, step: 'NOTICE', photos: [samplePage(2, days.noticeOver)] },
    ],
    ['case.reported', ended, { by: reviewer.accountId, step: 'REPORTED', note: '' }],
    [
      'case.published',
      ended,
      { places: ['村务公开栏'], photos: [samplePage(3, days.published)], step: 'PUBLISHED' },
    ],
    ['case.registered', ended, { payFrom: '2025-03-01', residence: 'home', step: 'REGISTERED' }],
    ['household.changed', ended, { change: changeOn(days.changed), step: 'REASSESSMENT' }],
    ['hearing.recorded', ended, { hearing: hearingOn(days.heard), step: 'REASSESSMENT' }],
    ['assistance.ended', ended, { because: 'aboveStandard', from: '2025-07-01', step: 'ENDED' }],
    ['survey.notEligible', recheck, { reason: '虚构：收入高', step: 'NOT_ELIGIBLE' }],
    [
      'recheck.requested',
      recheck,
      { reason: '虚构：收入算错了', help: '虚构：帮助调取流水', step: 'RECHECK' },
    ],
    ['case.refused', caseWalk('dibao', 'REFUSED'), { reason: '虚构：财产超限', step: 'REFUSED' }],
    [
      'case.terminated',
      caseWalk('dibao', 'TERMINATED'),
      { because: 'noCooperation', reason: '虚构：三次都不配合' },
    ],
    [
      'application.withdrawn',
      caseWalk('dibao', 'WITHDRAWN'),
      { withdrawnOn: days.accepted, reason: '本人要求' },
    ],
    ['application.abandoned', caseWalk('dibao', 'ABANDONED'), { abandonedOn: '2025-02-21' }],
    ['case.returned', caseWalk('linshi', 'RESURVEY'), { reason: '虚构：缺票据', step: 'RESURVEY' }],
    [
      'grant.explained',
      caseWalk('linshi', 'EXPLAINED'),
      { explanation: '虚构：火灾证明已补', step: 'EXPLAINED' },
    ],
    ['grant.madeFirst', caseWalk('linshi', 'EXPLAINED'), { amountFen: 100_000, reason: '虚构：家里着火' }],
  ])('%s', (type, walk, data) => {
    expect(of(walk, type)).toMatchObject(data);
  });

  it('documents handed in with a recheck or an explanation are filed', () => {
    const documents = [
      { documentId: testId(3), slot: 'other', memberId: null, pages: [samplePage(9, days.proposed)] },
    ];
    const again = go(caseWalk('dibao', 'NOT_ELIGIBLE'), clerk, days.proposed, {
      ...{ type: 'requestRecheck', reason, help: reason },
      documents,
    });
    expect(again.state.documents.at(-1)).toEqual(documents[0]);
    const explained = go(caseWalk('linshi', 'GRANTED'), clerk, days.survey, {
      ...{ type: 'explainAfterwards', explanation: reason },
      documents,
    });
    expect(explained.state.documents.at(-1)).toEqual(documents[0]);
    const supplemented = go(caseWalk('dibao', 'SUPPLEMENT'), clerk, days.survey, supplement('diagnosis'));
    expect(supplemented.state.documents.at(-1)?.slot).toBe('diagnosis');
  });

  it('what happens after registration', () => {
    const open = caseWalk('dibao', 'REASSESSMENT');
    const kept = go(open, reviewer, days.heard, { type: 'keepUnchanged', reason });
    expect(of(kept, 'assistance.kept')).toMatchObject({ reason, step: 'REGISTERED' });
    // After registration nothing has a clock of its own.
    expect(kept.state.history).toEqual(open.state.history);
    const seen = go(open, clerk, days.heard, { type: 'recordSurvey', record: homeVisit(9, days.heard) });
    const checked = go(seen, clerk, days.heard, { ...checkRequest(9), purpose: 'change' });
    expect(checked.state).toMatchObject({ step: 'REASSESSMENT', history: open.state.history });
    const visited = go(open, villager, days.heard, { type: 'recordVisit', visit: visitOn(1, days.heard) });
    expect(visited.state.visits).toEqual([
      { visit: visitOn(1, days.heard), on: days.heard, by: villager.accountId },
    ]);
    const twice = go(visited, villager, days.heard, { type: 'recordVisit', visit: visitOn(2, days.heard) });
    expect(twice.state.visits).toHaveLength(2);
    expect(refusal(twice, villager, days.heard, { type: 'recordVisit', visit: visitOn(1, days.heard) })).toBe(
      'survey.recordedAlready',
    );
  });

  it('a hearing belongs to the change it is about, on its day at the earliest', () => {
    const heard = go(caseWalk('dibao', 'REASSESSMENT'), clerk, days.changed, hearing(days.changed));
    const kept = go(heard, reviewer, days.heard, { type: 'keepUnchanged', reason });
    const again = go(kept, villager, '2025-08-01', { type: 'reportChange', change: changeOn('2025-08-01') });
    const both = go(again, clerk, '2025-08-02', hearing('2025-08-02'));
    expect(both.state.changes.map(({ hearings }) => hearings.map(({ on }) => on))).toEqual([
      [days.changed],
      ['2025-08-02'],
    ]);
  });

  it('a case that was only opened has nothing else on record', () => {
    const state = caseAt('dibao', 'SUBMITTED');
    expect(state).toMatchObject({
      appliedVia: 'window',
      duplicates: [],
      claim: null,
      lastOn: days.submitted,
    });
    expect(state.trail.map(({ type, on, by }) => [type, on, by])).toEqual([
      ['application.submitted', days.submitted, null],
    ]);
  });
});
