import { describe, expect, it } from 'vitest';
import { AssistanceKind } from '../application/application.ts';
import { DraftSections } from '../application/forms.ts';
import { districtHead, districtReviewer, head, villager } from '../testing/process-actors.ts';
import { changeOn, hearingOn, homeVisit, replyTo, visitOn } from '../testing/process-samples.ts';
import {
  caseAt,
  caseWalk,
  confirm,
  days,
  go,
  openWalk,
  postNotice,
  propose,
  proposeNot,
  publish,
  refusal,
  reportAfterNotice,
  stepsOf,
  survey,
  type Walk,
} from '../testing/process-walk.ts';
import {
  clerk,
  reviewer,
  sampleEvidence,
  sampleSections,
  sampleSubmit,
  testId,
} from '../testing/sample-application.ts';

const kinds = AssistanceKind.options;

describe('from the application to the register', () => {
  it.each(kinds)('%s goes every step and is paid what the arithmetic gives', (kind) => {
    const { state } = caseWalk(kind, 'REGISTERED');
    expect(state.step).toBe('REGISTERED');
    expect(state.history.map(([what]) => what)).toEqual([
      'submitted',
      'accepted',
      'surveyStarted',
      'preliminary',
      ...(kind === 'linshi' ? [] : ['noticePosted']),
      'reported',
      'confirmed',
      'published',
      'registered',
    ]);
    const method = { dibao: 'difference', tekun: 'standard', linshi: 'oneOff' } as Record<string, string>;
    expect(state.grant).toEqual({
      // 低保: 75 000 − 45 000, and 20 % for somebody of 74; 特困: basic 97 500 and care 30 000 (two of six failed).
      amountFen: { dibao: 45_000, tekun: 127_500, linshi: 120_000 }[kind as string] ?? 0,
      method: method[kind] ?? 'status',
      decidedOn: '2025-02-24',
      payFrom: '2025-03-01',
    });
  });
});

describe('caseAt', () => {
  it.each(kinds.flatMap((kind) => stepsOf(kind).map((step) => [kind, step] as const)))(
    '%s %s',
    (kind, step) => {
      expect(caseAt(kind, step)).toMatchObject({ kind, step });
    },
  );
});

describe('临时救助 in an emergency (L §50)', () => {
  it('is granted first, explained afterwards, published and registered, and never confirmed', () => {
    const explained = caseWalk('linshi', 'EXPLAINED');
    const published = go(explained, villager, days.published, publish);
    const { state } = go(published, reviewer, days.registered, {
      type: 'register',
      payFrom: days.submitted,
      residence: 'home',
    });
    expect(state.history.map(([what]) => what)).toEqual([
      'submitted',
      'grantedFirst',
      'explained',
      'published',
      'registered',
    ]);
    expect(state.grant).toMatchObject({ amountFen: 100_000, method: 'oneOff', decidedOn: days.submitted });
  });

  it('is no way for what is not urgent, too much, or not asked by the head', () => {
    const open = caseWalk('linshi', 'SUBMITTED');
    const first = { type: 'grantFirst', amountFen: 150_000, reason: '虚构：着火' } as const;
    expect(refusal(open, head, days.submitted, first)).toBe('ok');
    expect(refusal(open, head, days.submitted, { ...first, amountFen: 150_001 })).toBe('grant.aboveCap');
    expect(refusal(open, reviewer, days.submitted, first)).toBe('case.notYourRole');
    const { application } = open.state;
    const emergency = { ...application!.emergency!, urgent: false };
    const calm: Walk = { ...open, state: { ...open.state, application: { ...application!, emergency } } };
    expect(refusal(calm, head, days.submitted, first)).toBe('grant.notUrgent');
    expect(refusal(caseWalk('dibao', 'SUBMITTED'), head, days.submitted, first)).toBe('case.notYourRole');
  });
});

describe('not eligible', () => {
  it("can be checked again with proof and the town's help, and then be proposed", () => {
    const recheck = caseWalk('dibao', 'RECHECK');
    expect(recheck.state.trail.at(-1)).toMatchObject({ type: 'recheck.requested' });
    const { state } = go(recheck, reviewer, days.proposed, propose);
    expect(state.step).toBe('PRELIMINARY');
    expect(state.proposals.at(-1)?.proposal.eligible).toBe(true);
  });

  it('or is posted as 不纳入, reported and refused, but never confirmed', () => {
    const not = caseWalk('dibao', 'NOT_ELIGIBLE');
    expect(refusal(not, reviewer, days.proposed, propose)).toBe('proposal.needsRecheck');
    const reported = reportAfterNotice(go(not, reviewer, days.proposed, proposeNot));
    expect(refusal(reported, districtReviewer, days.confirmed, confirm)).toBe('proposal.notEligible');
    const refused = go(reported, districtHead, days.confirmed, { type: 'refuse', reason: '虚构：收入高' });
    expect(refused.state).toMatchObject({ step: 'REFUSED', grant: null });
  });
});

describe('an objection', () => {
  it('leads over a new survey and a reply to a renewed notice of seven days', () => {
    const again = caseWalk('dibao', 'RESURVEY');
    expect(refusal(again, reviewer, days.resurveyed, propose)).toBe('survey.nothingNew');
    const seen = go(again, villager, days.resurveyed, {
      type: 'recordSurvey',
      record: homeVisit(9, days.resurveyed),
    });
    const proposed = go(seen, reviewer, days.resurveyed, propose);
    expect(refusal(proposed, villager, days.resurveyed, postNotice)).toBe('objection.unanswered');
    const replied = go(proposed, reviewer, days.resurveyed, replyTo(1));
    const reported = reportAfterNotice(replied, '2025-02-20', '2025-02-27');
    expect(reported.state.notices).toEqual([
      { postedOn: days.posted, places: ['村务公开栏'], renewed: false, takenDownOn: null },
      { postedOn: '2025-02-20', places: ['村务公开栏'], renewed: true, takenDownOn: '2025-02-27' },
    ]);
    expect(refusal(reported, districtReviewer, '2025-02-27', confirm)).toBe('notice.notOver');
    expect(go(reported, districtReviewer, '2025-02-28', confirm).state.step).toBe('CONFIRMED');
  });
});

describe('the district', () => {
  it('returns a case: surveyed again, posted again, and the town has it again', () => {
    const claimed = go(caseWalk('dibao', 'REPORTED'), districtReviewer, days.confirmed, { type: 'claim' });
    const back = go(claimed, districtReviewer, days.confirmed, {
      type: 'returnToTown',
      reason: '虚构：缺照片',
    });
    expect(back.state).toMatchObject({ step: 'RESURVEY', claim: null });
    expect(refusal(back, reviewer, days.confirmed, propose)).toBe('survey.nothingNew');
    const seen = survey(back, '2025-02-25', 7);
    const proposed = go(seen, reviewer, '2025-02-25', propose);
    const { state } = reportAfterNotice(proposed, '2025-02-25', '2025-03-04');
    expect(state.notices).toHaveLength(2);
    expect(state.history.map(([kind]) => kind).slice(-4)).toEqual([
      'returned',
      'preliminary',
      'noticePosted',
      'reported',
    ]);
  });

  it('visits the household itself where near relatives are declared, before it decides either way', () => {
    const relative = {
      id: testId(70),
      memberId: null,
      name: '钱虚构',
      role: 'civilServant',
      relation: '侄子',
    };
    const sections = DraftSections.parse({
      ...sampleSections(),
      kinship: { declared: true, relatives: [relative] },
    });
    const submit = sampleSubmit(sections, sampleEvidence(sections), days.submitted);
    const open = openWalk('dibao', days.submitted, {}, submit);
    const reported = reportThrough(open);
    for (const decide of [confirm, { type: 'refuse', reason: '虚构：超限' } as const])
      expect(refusal(reported, districtReviewer, days.confirmed, decide)).toBe('survey.districtVisitMissing');
    const visited = go(reported, districtReviewer, days.confirmed, {
      type: 'recordDistrictVisit',
      record: homeVisit(20, days.confirmed),
    });
    expect(go(visited, districtReviewer, days.confirmed, confirm).state.step).toBe('CONFIRMED');
  });
});

const reportThrough = (open: Walk): Walk => {
  const accepted = go(open, reviewer, days.accepted, { type: 'accept' });
  const surveyed = survey(go(accepted, clerk, days.survey, { type: 'startSurvey' }));
  return reportAfterNotice(go(surveyed, reviewer, days.proposed, propose));
};

describe('a household that changed', () => {
  const adjust = { type: 'adjust', amountFen: 20_000, from: '2025-07-01', reason: '虚构：收入增加' } as const;
  const end = {
    type: 'endAssistance',
    because: 'aboveStandard',
    from: '2025-07-01',
    reason: '虚构：超',
  } as const;

  it('is heard before anything is reduced or ended', () => {
    const open = caseWalk('dibao', 'REASSESSMENT');
    expect(refusal(open, districtReviewer, days.heard, adjust)).toBe('hearing.missing');
    expect(refusal(open, districtReviewer, days.heard, end)).toBe('hearing.missing');
    const heard = go(open, clerk, days.heard, { type: 'recordHearing', hearing: hearingOn(days.heard) });
    const reduced = go(heard, districtReviewer, days.heard, adjust);
    expect(reduced.state).toMatchObject({
      step: 'REGISTERED',
      grant: { amountFen: 20_000, payFrom: '2025-07-01' },
    });
    expect(caseAt('dibao', 'ENDED').ending).toEqual({
      because: 'aboveStandard',
      reason: '虚构：收入高于标准',
    });
  });

  it('needs a hearing of its own each time', () => {
    const heard = go(caseWalk('dibao', 'REASSESSMENT'), clerk, days.heard, {
      type: 'recordHearing',
      hearing: hearingOn(days.heard),
    });
    const reduced = go(heard, districtReviewer, days.heard, adjust);
    const again = go(reduced, villager, '2025-08-01', {
      type: 'reportChange',
      change: changeOn('2025-08-01'),
    });
    expect(refusal(again, districtReviewer, '2025-08-01', end)).toBe('hearing.missing');
  });

  it('is visited every year, in reassessment as well', () => {
    const { state } = go(caseWalk('dibao', 'REASSESSMENT'), villager, days.heard, {
      type: 'recordVisit',
      visit: visitOn(1, days.heard),
    });
    expect(state.visits).toHaveLength(1);
  });
});
