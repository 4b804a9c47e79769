import { describe, expect, it } from 'vitest';
import { DraftSections } from '../application/forms.ts';
import { PersonForm } from '../application/person.ts';
import { shippedCalendar } from '../calendar/shipped-calendar.ts';
import { caseClock } from '../clocks/case-clock.ts';
import { demoAmounts, shippedRuleSets } from '../rules/shipped.ts';
import { districtReviewer, head, system, villager } from '../testing/process-actors.ts';
import {
  answersMissing,
  checkRequest,
  homeVisit,
  morning,
  objectionOf,
  replyTo,
  surveyLetter,
} from '../testing/process-samples.ts';
import {
  caseWalk,
  confirm,
  days,
  go,
  openWalk,
  postNotice,
  propose,
  refusal,
  reportAfterNotice,
  survey,
  takeDownNotice,
  type Walk,
} from '../testing/process-walk.ts';
import {
  clerk,
  reviewer,
  sampleEvidence,
  sampleSections,
  sampleSectionsOf,
  sampleSubmit,
  testId,
  testIdNumber,
} from '../testing/sample-application.ts';
import type { CaseCommand } from './case-commands.ts';
import type { Amendment } from './process-data.ts';
import { surveyLacks } from './survey-lacks.ts';

const spouse = { relation: 'spouse' as const };
const agent = {
  ...{ has: true, kind: 'person', name: '吴虚构', idNumber: testIdNumber('1980-01-01', 31) },
  ...{ relation: '亲戚', phone: '13800000001' },
};
/** 张示例 and 李虚构甲, who would be the next applicant. */
const ofTwo = (more: object = {}): Walk => {
  const sections = DraftSections.parse({ ...sampleSections([spouse]), ...more });
  return openWalk(
    'dibao',
    days.submitted,
    {},
    sampleSubmit(sections, sampleEvidence(sections), days.submitted),
  );
};
const toSurvey = (walk: Walk): Walk =>
  go(go(walk, reviewer, days.accepted, { type: 'accept' }), clerk, days.survey, { type: 'startSurvey' });
const toProposed = (walk: Walk): Walk => go(survey(toSurvey(walk)), reviewer, days.proposed, propose);
const amend = (amendment: Amendment): CaseCommand => ({ type: 'amend', amendment });
const second = testId(2);
const replaced = (because: 'deceased' | 'other' = 'deceased'): Amendment => ({
  ...{ change: 'applicantReplaced', applicantId: second },
  ...{ because, note: '' },
});
const left: Amendment = { change: 'memberLeft', memberId: second, because: 'movedOut', note: '' };
const joining = ((): { member: Extract<Amendment, { change: 'memberAdded' }>; walk: Walk } => {
  const walk = ofTwo();
  const member = walk.state.application!.members[1]!;
  const signature = walk.state.signatures.find(({ memberId }) => memberId === member.id)!;
  return { member: { change: 'memberAdded', member, signature }, walk };
})().member;
const dead: CaseCommand = { type: 'terminate', because: 'deceased', reason: '虚构：本人去世' };

describe('the applicant dies', () => {
  it('alone: the case is terminated', () => {
    const ended = go(caseWalk('dibao', 'SURVEY'), reviewer, days.survey, dead);
    expect(ended.state).toMatchObject({
      step: 'TERMINATED',
      ending: { because: 'deceased', reason: '虚构：本人去世' },
    });
    expect(refusal(ended, clerk, days.survey, { type: 'startSurvey' })).toBe('case.wrongStep');
  });

  it('with a household: somebody takes the place, it is surveyed again, and the days already used count on', () => {
    const proposed = toProposed(ofTwo());
    expect(refusal(proposed, reviewer, days.proposed, dead)).toBe('amend.othersRemain');
    const { state } = go(proposed, clerk, days.proposed, amend(replaced()));
    expect(state).toMatchObject({ step: 'SURVEY', applicantId: second });
    expect(state.application?.members.map(({ id, relation }) => [id, relation])).toEqual([[second, 'self']]);
    expect(state.application?.income.entries).toEqual([]);
    const due = caseClock(shippedCalendar, shippedRuleSets[0]!, state.history);
    expect(due).toMatchObject({ ok: true, value: { due: { wholeCase: '2025-03-04' }, usedWorkingDays: 3 } });
  });

  it('who only cannot go on stays one of the household; after the notice it is posted anew', () => {
    const posted = go(toProposed(ofTwo()), villager, days.posted, postNotice);
    const { state } = go(posted, clerk, days.objected, amend(replaced('other')));
    expect(state.step).toBe('RESURVEY');
    expect(state.application?.members.map(({ id, relation }) => [id, relation])).toEqual([
      [second, 'self'],
      [testId(1), 'spouse'],
    ]);
    expect(state.application?.income.entries).toHaveLength(1);
  });

  it.each([
    ['amend.notAMember', { ...replaced(), applicantId: testId(99) } as Amendment],
    ['amend.notAMember', { ...replaced(), applicantId: testId(1) } as Amendment],
  ])('%s: nobody else can take the place', (code, amendment) => {
    expect(refusal(ofTwo(), clerk, days.accepted, amend(amendment))).toBe(code);
  });

  it('nobody without capacity takes the place', () => {
    const child = { relation: 'daughter' as const, capacity: false };
    const sections = sampleSections([child]);
    const open = openWalk(
      'dibao',
      days.submitted,
      {},
      sampleSubmit(sections, sampleEvidence(sections), days.submitted),
    );
    expect(refusal(open, clerk, days.accepted, amend(replaced()))).toBe('amend.needsCapacity');
  });

  it('临时救助: only the first applicant signed, so the next one signs first', () => {
    const sections = DraftSections.parse({
      ...sampleSectionsOf('linshi'),
      members: [
        PersonForm.parse({
          id: second,
          name: '李虚构甲',
          idNumber: testIdNumber('1952-05-06', 20),
          ...spouse,
        }),
      ],
      livesAlone: false,
    });
    const submit = sampleSubmit(
      sections,
      sampleEvidence(sections, days.submitted, 'linshi'),
      days.submitted,
      demoAmounts,
      'linshi',
    );
    const open = openWalk('linshi', days.submitted, {}, submit);
    expect(open.state.signatures).toHaveLength(1);
    expect(refusal(open, clerk, days.accepted, amend(replaced()))).toBe('submit.signatureMissing');
    const signature = { ...open.state.signatures[0]!, memberId: second, signerId: second };
    const { state } = go(open, clerk, days.accepted, amend({ ...replaced(), signature } as Amendment));
    expect(state).toMatchObject({
      applicantId: second,
      signatures: [{ memberId: testId(1) }, { memberId: second }],
    });
  });
});

describe('the applicant moves', () => {
  const moved = (villageCode: string): CaseCommand =>
    amend({ change: 'villageChanged', villageCode, note: '' });

  it('inside the town: the new village has the case, and nothing is done twice', () => {
    const posted = caseWalk('dibao', 'NOTICE');
    const { state } = go(posted, clerk, days.objected, moved('500107001002'));
    expect(state).toMatchObject({ step: 'NOTICE', villageCode: '500107001002' });
    expect(state.history).toEqual(posted.state.history);
    expect(refusal({ ...posted, state }, villager, days.noticeOver, takeDownNotice)).toBe('case.notYourArea');
  });

  it('away: terminated with the reason, to apply anew where they live', () => {
    const open = caseWalk('dibao', 'NOTICE');
    expect(refusal(open, clerk, days.objected, moved('500107002001'))).toBe('amend.otherTown');
    const away: CaseCommand = { type: 'terminate', because: 'movedAway', reason: '虚构：迁往外区' };
    expect(go(open, reviewer, days.objected, away).state).toMatchObject({
      step: 'TERMINATED',
      ending: { because: 'movedAway' },
    });
  });
});

describe('somebody joins after the authorization', () => {
  it('signs first', () => {
    const other = {
      ...joining,
      signature: { ...joining.signature, memberId: testId(1), signerId: testId(1) },
    };
    expect(refusal(caseWalk('dibao', 'SURVEY'), clerk, days.survey, amend(other))).toBe(
      'submit.signatureMissing',
    );
  });

  it('is surveyed and checked too: what was checked before does not cover the new person', () => {
    const proposed = caseWalk('dibao', 'PRELIMINARY');
    const joined = go(proposed, clerk, days.proposed, amend(joining));
    expect(joined.state.step).toBe('SURVEY');
    expect(surveyLacks(joined.state, ['check', 'homeVisit'])).toEqual(['check']);
    expect(refusal(joined, reviewer, days.proposed, propose)).toBe('survey.incomplete');
    const asked = go(joined, clerk, days.proposed, checkRequest(2));
    const halfway = answersMissing(asked.state, days.proposed).slice(0, -1);
    const partly = halfway.reduce((walk, answer) => go(walk, system, days.proposed, answer), asked);
    expect(refusal(partly, reviewer, days.proposed, propose)).toBe('survey.incomplete');
    const whole = answersMissing(partly.state, days.proposed).reduce(
      (walk, answer) => go(walk, system, days.proposed, answer),
      partly,
    );
    expect(go(whole, reviewer, days.proposed, propose).state.step).toBe('PRELIMINARY');
  });

  it('while it is surveyed already, the same holds', () => {
    const surveyed = survey(caseWalk('dibao', 'SURVEY'));
    expect(refusal(surveyed, reviewer, days.proposed, propose)).toBe('ok');
    const joined = go(surveyed, clerk, days.proposed, amend(joining));
    expect(refusal(joined, reviewer, days.proposed, propose)).toBe('survey.incomplete');
    const gone = go(joined, clerk, days.proposed, amend(left));
    expect(refusal(gone, reviewer, days.proposed, propose)).toBe('ok');
  });

  it.each([
    ['amend.alreadyAMember', joining],
    [
      'submit.membersInvalid',
      { ...joining, member: { ...joining.member, id: testId(77), idNumber: '500107' } },
    ],
    [
      'submit.membersInvalid',
      {
        ...joining,
        member: {
          ...joining.member,
          id: testId(77),
          idNumber: testIdNumber('1960-01-01', 12),
          relation: 'self' as const,
        },
      },
    ],
  ] satisfies [string, Amendment][])('%s', (code, amendment) => {
    expect(refusal(ofTwo(), clerk, days.accepted, amend(amendment))).toBe(code);
  });
});

describe('somebody leaves', () => {
  it('is no longer of the household, with the income; the applicant cannot just be taken off', () => {
    const { state } = go(toProposed(ofTwo()), clerk, days.proposed, amend(left));
    expect(state.step).toBe('SURVEY');
    expect(state.application?.members.map(({ id }) => id)).toEqual([testId(1)]);
    expect(refusal(ofTwo(), clerk, days.accepted, amend({ ...left, memberId: testId(1) } as Amendment))).toBe(
      'amend.isApplicant',
    );
    expect(
      refusal(ofTwo(), clerk, days.accepted, amend({ ...left, memberId: testId(99) } as Amendment)),
    ).toBe('amend.notAMember');
  });
});

describe('the agent withdraws', () => {
  it("and the case goes on as the applicant's own", () => {
    const open = toProposed(ofTwo({ agent }));
    const { state } = go(open, clerk, days.proposed, amend({ change: 'agentWithdrew', note: '' }));
    expect(state.step).toBe('PRELIMINARY');
    expect(state.application?.agent.has).toBe(false);
    expect(
      refusal({ ...open, state }, clerk, days.proposed, amend({ change: 'agentWithdrew', note: '' })),
    ).toBe('amend.noAgent');
  });
});

describe('two objections at once', () => {
  it('are both answered before the renewed notice', () => {
    const first = caseWalk('dibao', 'RESURVEY');
    const second = go(first, villager, days.resurveyed, {
      type: 'registerObjection',
      objection: objectionOf(2, morning(days.resurveyed)),
    });
    expect(second.state.step).toBe('RESURVEY');
    expect(second.state.history).toEqual(first.state.history);
    expect(refusal(second, reviewer, days.resurveyed, replyTo(1))).toBe('survey.nothingNew');
    const seen = go(second, villager, days.resurveyed, {
      type: 'recordSurvey',
      record: homeVisit(9, days.resurveyed),
    });
    const one = go(go(seen, reviewer, days.resurveyed, propose), reviewer, days.resurveyed, replyTo(1));
    expect(refusal(one, villager, days.resurveyed, postNotice)).toBe('objection.unanswered');
    expect(refusal(one, reviewer, days.resurveyed, replyTo(1))).toBe('objection.repliedAlready');
    expect(refusal(one, reviewer, days.resurveyed, replyTo(3))).toBe('objection.notFound');
    const both = go(one, reviewer, days.resurveyed, replyTo(2));
    expect(go(both, villager, days.resurveyed, postNotice).state.notices.at(-1)?.renewed).toBe(true);
  });

  it('a letter sent out is nothing found; its answer is', () => {
    const again = caseWalk('dibao', 'RESURVEY');
    const sent = go(again, clerk, days.resurveyed, {
      type: 'recordSurvey',
      record: surveyLetter(8, days.resurveyed),
    });
    expect(refusal(sent, reviewer, days.resurveyed, propose)).toBe('survey.nothingNew');
    const answered = go(sent, clerk, days.resurveyed, {
      type: 'recordLetterReply',
      reply: { surveyId: testId(4008), repliedOn: days.resurveyed, content: '虚构：属实', pages: [] },
    });
    expect(refusal(answered, reviewer, days.resurveyed, propose)).toBe('ok');
  });
});

describe('an objection on the last minute of the seventh day', () => {
  // 2025-02-21, 23:59:59.999 in Shanghai.
  const lastMinute = objectionOf(1, '2025-02-21T15:59:59.999Z');
  const object: CaseCommand = { type: 'registerObjection', objection: lastMinute };
  const nextDay = { at: '2025-02-22T01:00:00.000Z' };

  it('is in time, also when it is written down the next day', () => {
    const posted = caseWalk('dibao', 'NOTICE');
    expect(go(posted, villager, '2025-02-22', object, nextDay).state.step).toBe('OBJECTION');
    const late = objectionOf(1, '2025-02-21T16:00:00.000Z');
    expect(
      refusal(posted, villager, '2025-02-22', { type: 'registerObjection', objection: late }, nextDay),
    ).toBe('objection.tooLate');
  });

  it('brings a case back that was reported the same day, before anybody can confirm it', () => {
    const reported = caseWalk('dibao', 'REPORTED');
    expect(refusal(reported, districtReviewer, days.noticeOver, confirm)).toBe('notice.notOver');
    const sameDay = go(reported, villager, days.noticeOver, object, { at: '2025-02-21T15:59:59.999Z' });
    expect(sameDay.state.step).toBe('OBJECTION');
    const later = go(reported, villager, days.confirmed, object);
    expect(later.state.step).toBe('OBJECTION');
    expect(refusal(later, districtReviewer, days.confirmed, confirm)).toBe('case.wrongStep');
    const clock = caseClock(shippedCalendar, shippedRuleSets[0]!, later.state.history);
    expect(clock).toMatchObject({ ok: true, value: { state: 'OBJECTION' } });
  });

  it('counts against the notice it was about, when the next one hangs or is being prepared', () => {
    const again = caseWalk('dibao', 'RESURVEY');
    const seen = go(again, villager, days.resurveyed, {
      type: 'recordSurvey',
      record: homeVisit(9, days.resurveyed),
    });
    const proposed = go(go(seen, reviewer, days.resurveyed, propose), reviewer, days.resurveyed, replyTo(1));
    const inTime = objectionOf(2, morning(days.objected));
    const late: CaseCommand = { type: 'registerObjection', objection: inTime };
    expect(go(proposed, villager, days.resurveyed, late).state.step).toBe('OBJECTION');
    const posted = go(proposed, villager, '2025-02-24', postNotice);
    expect(go(posted, villager, '2025-02-24', late).state.step).toBe('OBJECTION');
  });

  it.each([
    ['objection.beforeNotice', objectionOf(1, morning('2025-02-13')), '2025-02-18'],
    ['survey.inFuture', objectionOf(1, morning('2025-02-19')), '2025-02-18'],
  ])('%s', (code, objection, day) => {
    const open = caseWalk('dibao', 'NOTICE');
    expect(refusal(open, villager, day, { type: 'registerObjection', objection })).toBe(code);
  });

  it('is written down once, and nobody can object to what was never posted', () => {
    const objected = caseWalk('dibao', 'OBJECTION');
    const known: CaseCommand = {
      type: 'registerObjection',
      objection: objectionOf(1, morning(days.objected)),
    };
    expect(refusal(objected, villager, days.objected, known)).toBe('objection.registeredAlready');
    expect(refusal(caseWalk('dibao', 'PRELIMINARY'), villager, days.objected, known)).toBe('notice.missing');
  });
});

describe('the calendar of next year is missing when the notice is posted', () => {
  it('posting works, reporting waits for the calendar', () => {
    const walk = openWalk('dibao', '2026-12-14');
    const accepted = go(walk, reviewer, '2026-12-15', { type: 'accept' });
    const surveyed = survey(go(accepted, clerk, '2026-12-16', { type: 'startSurvey' }), '2026-12-16');
    const posted = go(go(surveyed, reviewer, '2026-12-25', propose), villager, '2026-12-28', postNotice);
    expect(refusal(posted, villager, '2027-01-04', takeDownNotice)).toBe('calendar.unpublished');
    expect(refusal(posted, reviewer, '2027-01-04', { type: 'report', note: '' })).toBe(
      'calendar.unpublished',
    );
    // Nobody can say yet that it is too late.
    const object: CaseCommand = {
      type: 'registerObjection',
      objection: objectionOf(1, morning('2027-01-20')),
    };
    expect(refusal(posted, villager, '2027-01-20', object)).toBe('ok');
    const off = ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04'];
    const calendar = { ...shippedCalendar, '2027': { paper: ['https://example.org/2027'], off, work: [] } };
    expect(refusal(posted, villager, '2027-01-04', takeDownNotice, { calendar })).toBe('notice.notOver');
    const down = go(posted, villager, '2027-01-05', takeDownNotice, { calendar });
    const reported = go(down, reviewer, '2027-01-05', { type: 'report', note: '' }, { calendar });
    expect(refusal(reported, districtReviewer, '2027-01-05', confirm, { calendar })).toBe('notice.notOver');
    expect(refusal(reported, districtReviewer, '2027-01-06', confirm)).toBe('calendar.unpublished');
    expect(go(reported, districtReviewer, '2027-01-06', confirm, { calendar }).state.step).toBe('CONFIRMED');
  });
});

describe('the rule set changes in the middle of a case', () => {
  it('the case keeps its own: an extension reason of the later one does not count', () => {
    const [annex, national] = [shippedRuleSets[0]!, shippedRuleSets[1]!];
    const meeting: CaseCommand = { type: 'extend', because: 'reviewMeeting', reason: '虚构：需要评审' };
    const under = (ruleSet: typeof annex): Walk => {
      const open = go(openWalk('dibao', days.submitted, { ruleSet }), reviewer, days.accepted, {
        type: 'accept',
      });
      return go(open, clerk, days.survey, { type: 'startSurvey' });
    };
    expect(refusal(under(annex), head, days.survey, meeting)).toBe('ok');
    expect(refusal(under(national), head, days.survey, meeting)).toBe('case.extensionReason');
    const history = under(national).state.history;
    const due = (ruleSet: typeof annex) => {
      const clock = caseClock(shippedCalendar, ruleSet, history);
      return clock.ok ? clock.value.due.wholeCase : null;
    };
    expect([due(annex), due(national)]).toEqual(['2025-03-04', '2025-03-25']);
  });

  it('one that no longer has the kind stops the work openly instead of guessing', () => {
    const kinds = Object.entries(shippedRuleSets[0]!.processes).filter(([kind]) => kind !== 'dibao');
    const ruleSet = { ...shippedRuleSets[0]!, processes: Object.fromEntries(kinds) };
    expect(
      refusal(caseWalk('dibao', 'SUBMITTED'), reviewer, days.accepted, { type: 'accept' }, { ruleSet }),
    ).toBe('case.kindUnknown');
  });
});

describe('the clock of a station is a day behind', () => {
  it('no event is dated before the one it follows, desk work included', () => {
    const accepted = caseWalk('dibao', 'ACCEPTED');
    const claimed = go(accepted, clerk, '2025-02-13', { type: 'claim' });
    const { state } = go(claimed, clerk, '2025-02-12', { type: 'startSurvey' });
    expect(state.history.at(-1)).toEqual(['surveyStarted', '2025-02-13']);
    const seen = go({ ...claimed, state }, villager, '2025-02-15', {
      type: 'recordSurvey',
      record: homeVisit(1, '2025-02-14'),
    });
    const after = go(seen, clerk, '2025-02-14', checkRequest());
    expect(after.state.trail.map(({ on }) => on)).toEqual([
      ...['2025-02-10', '2025-02-11', '2025-02-13', '2025-02-15', '2025-02-15'],
    ]);
    expect(after.state.checks[0]?.request.requestedOn).toBe('2025-02-15');
  });

  it('and a notice is not over earlier because of it', () => {
    const down = go(caseWalk('dibao', 'NOTICE'), villager, days.noticeOver, takeDownNotice);
    expect(refusal(down, reviewer, '2025-02-20', { type: 'report', note: '' })).toBe('notice.notOver');
    expect(reportAfterNotice(caseWalk('dibao', 'PRELIMINARY')).state.step).toBe('REPORTED');
  });
});

describe('two clerks act on one case', () => {
  it('the second finds it claimed, and takes it over with a reason or leaves it', () => {
    const claimed = go(caseWalk('dibao', 'SURVEY'), clerk, days.survey, { type: 'claim' });
    const colleague = { ...clerk, accountId: testId(911) };
    expect(refusal(claimed, colleague, days.survey, checkRequest())).toBe('case.claimedByOther');
    expect(refusal(claimed, colleague, days.survey, { type: 'claim' })).toBe('case.claimedByOther');
    expect(refusal(claimed, colleague, days.survey, { type: 'release' })).toBe('case.claimedByOther');
    expect(
      refusal(claimed, villager, days.survey, { type: 'recordSurvey', record: homeVisit(1, days.survey) }),
    ).toBe('ok');
    const taken = go(claimed, colleague, days.survey, { type: 'takeOver', reason: '虚构：同事请假' });
    expect(taken.state.claim).toEqual({ by: colleague.accountId, since: days.survey, level: 'town' });
    expect(refusal(taken, colleague, days.survey, checkRequest())).toBe('ok');
    expect(refusal(taken, clerk, days.survey, checkRequest())).toBe('case.claimedByOther');
  });

  it('the town cannot keep a case from the district by claiming it, nor the other way round', () => {
    const town = go(caseWalk('dibao', 'REPORTED'), clerk, days.confirmed, { type: 'claim' });
    expect(refusal(town, districtReviewer, days.confirmed, confirm)).toBe('ok');
    const district = go(caseWalk('dibao', 'REASSESSMENT'), districtReviewer, days.changed, { type: 'claim' });
    expect(refusal(district, reviewer, days.changed, { type: 'keepUnchanged', reason: '虚构：没影响' })).toBe(
      'ok',
    );
  });
});
