import { describe, expect, it } from 'vitest';
import type { Duplicate, DuplicateResolution } from './process-data.ts';
import { districtReviewer, head, system, villager } from '../testing/process-actors.ts';
import {
  checkRequest,
  homeVisit,
  nothingFound,
  samplePage,
  selfCareAssessment,
  surveyLetter,
  visitOn,
} from '../testing/process-samples.ts';
import {
  caseWalk,
  days,
  go,
  postNotice,
  refusal,
  supplementFor,
  survey,
  type Walk,
} from '../testing/process-walk.ts';
import { clerk, reviewer, testDigest, testId } from '../testing/sample-application.ts';
import type { IsoDate } from '../values/iso-date.ts';
import { applyCaseEvent } from './apply-event.ts';
import type { CaseCommand } from './case-commands.ts';

const day = days.survey;
const colleague = { ...clerk, accountId: testId(911) };
const open = (): Walk => caseWalk('dibao', 'SURVEY');
const claim: CaseCommand = { type: 'claim' };
const release: CaseCommand = { type: 'release' };
const takeOver: CaseCommand = { type: 'takeOver', reason: '虚构：请假' };
const handOver = (to: string): CaseCommand => ({ type: 'handOver', to, reason: '虚构：调岗' });

describe('who has a case on the desk', () => {
  it("claims once, gives back what is one's own, takes over only from somebody", () => {
    const mine = go(open(), clerk, day, claim);
    expect(mine.state.claim).toEqual({ by: clerk.accountId, since: day, level: 'town' });
    expect(refusal(mine, clerk, day, claim)).toBe('case.claimedAlready');
    expect(refusal(mine, clerk, day, takeOver)).toBe('case.claimedAlready');
    expect(refusal(open(), clerk, day, release)).toBe('case.notClaimed');
    expect(refusal(open(), clerk, day, takeOver)).toBe('case.notClaimed');
    expect(go(mine, clerk, day, release).state.claim).toBeNull();
    expect(mine.state.trail).toEqual(open().state.trail);
  });

  it('takes over with a reason, which says from whom', () => {
    const taken = go(go(open(), clerk, day, claim), colleague, day, takeOver);
    expect(taken.events.at(-1)).toEqual({
      type: 'case.takenOver',
      data: {
        ...{ on: day, by: colleague.accountId, step: 'SURVEY', from: clerk.accountId },
        ...{ reason: '虚构：请假', level: 'town' },
      },
    });
  });

  it("hands over what is free or one's own to somebody else", () => {
    expect(refusal(open(), clerk, day, handOver(clerk.accountId))).toBe('case.claimedAlready');
    const free = go(open(), head, day, handOver(colleague.accountId));
    expect(free.state.claim).toEqual({ by: colleague.accountId, since: day, level: 'town' });
    expect(refusal(free, clerk, day, handOver(testId(5)))).toBe('case.claimedByOther');
    expect(refusal(free, colleague, day, handOver(clerk.accountId))).toBe('ok');
  });

  it("of another office: nobody's claim is lifted or passed on without a reason", () => {
    const town = go(caseWalk('dibao', 'REPORTED'), clerk, days.confirmed, claim);
    for (const command of [claim, release, handOver(testId(5))])
      expect(refusal(town, districtReviewer, days.confirmed, command)).toBe('case.claimedByOther');
    const district = go(town, districtReviewer, days.confirmed, takeOver);
    expect(district.state.claim).toEqual({
      ...{ by: districtReviewer.accountId, since: days.confirmed, level: 'district' },
    });
  });

  it('ends at the door to the district, and lasts inside the town', () => {
    const mine = go(caseWalk('dibao', 'PRELIMINARY'), reviewer, days.posted, claim);
    const posted = go(mine, villager, days.posted, postNotice);
    expect(posted.state.claim?.by).toBe(reviewer.accountId);
    const linshi = go(caseWalk('linshi', 'PRELIMINARY'), reviewer, days.posted, claim);
    expect(go(linshi, reviewer, days.posted, { type: 'report', note: '' }).state.claim).toBeNull();
  });

  it('claims of before the office was told belong to the office of the step', () => {
    const data = { on: day, by: clerk.accountId, step: 'REPORTED' as const };
    const { claim: old } = applyCaseEvent(caseWalk('dibao', 'REPORTED').state, {
      type: 'case.claimed',
      data,
    });
    expect(old).toEqual({ by: clerk.accountId, since: day, level: 'district' });
    const town = applyCaseEvent(open().state, { type: 'case.claimed', data: { ...data, step: 'SURVEY' } });
    expect(town.claim?.level).toBe('town');
  });
});

describe('the same person in another case', () => {
  const duplicate = (otherCaseId = testId(90), personId = testId(1)): Duplicate => ({
    ...{ personId, otherCaseId, otherCaseCode: 'X-1', otherTownCode: '500107002' },
  });
  const note = (one = duplicate()): CaseCommand => ({ type: 'noteDuplicate', duplicate: one });
  const resolve = (resolution: DuplicateResolution, one = duplicate()): CaseCommand => ({
    ...{ type: 'resolveDuplicate', personId: one.personId, otherCaseId: one.otherCaseId },
    ...{ resolution, reason: '虚构：核对过' },
  });

  it('is noted once for each case, and settled with a reason', () => {
    const noted = go(open(), system, day, note());
    expect(refusal(noted, system, day, note())).toBe('duplicate.notedAlready');
    expect(refusal(noted, system, day, note(duplicate(testId(91))))).toBe('ok');
    expect(refusal(noted, system, day, note(duplicate(testId(90), testId(2))))).toBe('ok');
    expect(refusal(noted, reviewer, day, resolve('keepThis', duplicate(testId(91))))).toBe(
      'duplicate.notOpen',
    );
    expect(refusal(noted, reviewer, day, resolve('keepThis', duplicate(testId(90), testId(2))))).toBe(
      'duplicate.notOpen',
    );
    const two = go(noted, system, day, note(duplicate(testId(91))));
    const settled = go(two, reviewer, day, resolve('bothLawful'));
    expect(settled.state.duplicates.map(({ resolution, reason }) => [resolution, reason])).toEqual([
      ['bothLawful', '虚构：核对过'],
      [null, ''],
    ]);
    expect(refusal(settled, reviewer, day, resolve('keepThis'))).toBe('duplicate.notOpen');
  });

  it('a choice for the other case can be taken back', () => {
    const other = go(go(open(), system, day, note()), reviewer, day, resolve('keepOther'));
    expect(go(other, reviewer, day, resolve('keepThis')).state.duplicates[0]?.resolution).toBe('keepThis');
  });
});

describe('a check', () => {
  const asked = (): Walk => go(open(), clerk, day, checkRequest());

  it('goes by the latest signature of each member', () => {
    const signatures = [
      ...open().state.signatures,
      { ...open().state.signatures[0]!, imageDigest: testDigest(9) },
    ];
    const walk = { ...open(), state: { ...open().state, signatures } };
    expect(go(walk, clerk, day, checkRequest()).state.checks[0]).toMatchObject({
      ...{ on: day, by: clerk.accountId, answers: [] },
      request: {
        ...{ requestId: testId(5001), sources: ['civilAffairs', 'housing'], purpose: 'application' },
        authorizations: [{ personId: testId(1), signatureDigest: testDigest(9) }],
        requestedOn: day,
      },
    });
  });

  it.each([
    ['another request', nothingFound(testId(5002), 'housing', testId(1), day)],
    ['another person', nothingFound(testId(5001), 'housing', testId(2), day)],
    ['another department', nothingFound(testId(5001), 'tax', testId(1), day)],
  ])('takes no answer about %s', (_, answer) => {
    expect(refusal(asked(), system, day, answer)).toBe('check.notAsked');
  });

  it('takes each answer once, and only from the district itself', () => {
    const answer = nothingFound(testId(5001), 'housing', testId(1), day);
    const told = go(asked(), system, day, answer);
    expect(told.state.checks[0]?.answers).toHaveLength(1);
    expect(refusal(told, system, day, answer)).toBe('check.answeredAlready');
    expect(refusal(asked(), reviewer, day, answer)).toBe('case.notYourRole');
    expect(refusal(told, system, day, nothingFound(testId(5001), 'civilAffairs', testId(1), day))).toBe('ok');
  });

  it('answers fall to the request they were asked by', () => {
    const twice = go(asked(), clerk, day, checkRequest(2));
    const told = go(twice, system, day, nothingFound(testId(5002), 'housing', testId(1), day));
    expect(told.state.checks.map(({ answers }) => answers.length)).toEqual([0, 1]);
  });
});

describe('a letter', () => {
  const sent = (): Walk => go(open(), clerk, day, { type: 'recordSurvey', record: surveyLetter(1, day) });
  const reply = (surveyId: string, repliedOn: IsoDate = day): CaseCommand => ({
    type: 'recordLetterReply',
    reply: { surveyId, repliedOn, content: '虚构：属实', pages: [] },
  });

  it('is answered once, after it was sent, and only a letter', () => {
    expect(refusal(sent(), clerk, day, reply(testId(4009)))).toBe('survey.noSuchLetter');
    const visited = go(sent(), villager, day, { type: 'recordSurvey', record: homeVisit(2, day) });
    expect(refusal(visited, clerk, day, reply(testId(4002)))).toBe('survey.noSuchLetter');
    expect(refusal(visited, clerk, day, reply(testId(4001), '2025-02-11'))).toBe('survey.replyBeforeLetter');
    expect(refusal(visited, clerk, day, reply(testId(4001), '2025-02-13'))).toBe('survey.inFuture');
    const answered = go(visited, clerk, day, reply(testId(4001)));
    expect(answered.state.surveys.map((one) => one.reply?.content ?? null)).toEqual(['虚构：属实', null]);
    expect(refusal(answered, clerk, day, reply(testId(4001)))).toBe('survey.repliedAlready');
  });
});

describe('a meeting (民主评议)', () => {
  const meeting = (more: object = {}): CaseCommand => ({
    type: 'holdMeeting',
    meeting: {
      ...{
        on: days.resurveyed,
        participants: 9,
        forIt: 6,
        against: 3,
        minutes: '虚构：多数同意',
        photos: [],
      },
      ...more,
    },
  });
  const disputed = (): Walk => caseWalk('dibao', 'RESURVEY');

  it('is held about what is disputed, since it is, with no more votes than people', () => {
    expect(refusal(disputed(), reviewer, days.resurveyed, meeting())).toBe('ok');
    expect(refusal(disputed(), reviewer, days.resurveyed, meeting({ against: 4 }))).toBe(
      'meeting.tooManyVotes',
    );
    expect(refusal(disputed(), reviewer, days.resurveyed, meeting({ on: '2025-02-20' }))).toBe(
      'survey.inFuture',
    );
    expect(refusal(disputed(), reviewer, days.resurveyed, meeting({ on: '2025-02-17' }))).toBe(
      'meeting.notDisputed',
    );
    expect(refusal(disputed(), reviewer, days.resurveyed, meeting({ on: days.objected }))).toBe('ok');
    const returned = caseWalk('dibao', 'REPORTED');
    const back = go(returned, districtReviewer, days.confirmed, {
      type: 'returnToTown',
      reason: '虚构：缺照片',
    });
    expect(refusal(back, reviewer, days.confirmed, meeting())).toBe('meeting.notDisputed');
  });

  it('counts as something new', () => {
    const held = go(disputed(), reviewer, days.resurveyed, meeting());
    expect(held.state.meetings).toMatchObject([{ on: days.resurveyed, by: reviewer.accountId }]);
    expect(
      refusal(held, reviewer, days.resurveyed, {
        type: 'replyObjection',
        reply: {
          objectionId: testId(6001),
          outcome: 'notConfirmed',
          reply: '虚构：评议没有这套房',
          told: 'phone',
        },
      }),
    ).toBe('ok');
  });
});

describe('what else is on record', () => {
  it("a self-care assessment is of somebody of the household; the applicant's counts", () => {
    const walk = caseWalk('tekun', 'SURVEY');
    const of = (personId: string): CaseCommand => ({
      type: 'recordSurvey',
      record: selfCareAssessment(1, day, personId),
    });
    expect(refusal(walk, clerk, day, of(testId(99)))).toBe('amend.notAMember');
    const surveyed = survey(walk);
    const other = surveyed.state.surveys.map((one) =>
      one.record.method === 'selfCare' ? { ...one, record: { ...one.record, personId: testId(2) } } : one,
    );
    const lacking = { ...surveyed, state: { ...surveyed.state, surveys: other } };
    expect(refusal(lacking, reviewer, day, { type: 'concludeNotEligible', reason: '虚构：有收入' })).toBe(
      'survey.incomplete',
    );
  });

  it('reminders leave everything as it was; a visit is recorded once, in the mode of the residence', () => {
    const waiting = caseWalk('dibao', 'SUPPLEMENT');
    const reminded = go(waiting, clerk, day, { type: 'remindSupplement', by: 'phone', note: '' });
    expect(reminded.state).toMatchObject({ step: 'SUPPLEMENT', supplements: waiting.state.supplements });
    expect(reminded.events.at(-1)?.data).toMatchObject({ how: 'phone', note: '' });
    const registered = caseWalk('dibao', 'REGISTERED');
    const visit: CaseCommand = { type: 'recordVisit', visit: visitOn(1, days.changed) };
    const visited = go(registered, villager, days.changed, visit);
    expect(refusal(visited, villager, days.changed, visit)).toBe('survey.recordedAlready');
    const phoned: CaseCommand = {
      type: 'recordVisit',
      visit: { ...visitOn(2, days.changed), mode: 'phone' },
    };
    expect(refusal(visited, villager, days.changed, phoned)).toBe('visit.wrongMode');
    const away = { ...visited, state: { ...visited.state, residence: 'outside' as const } };
    expect(refusal(away, villager, days.changed, phoned)).toBe('ok');
    const unknown = { ...visited, state: { ...visited.state, residence: null } };
    expect(refusal(unknown, villager, days.changed, phoned)).toBe('visit.wrongMode');
  });

  it('a second supplement notice says why, and the case waits for the later limit', () => {
    const asked = supplementFor('2025-03-10');
    const given: CaseCommand = {
      type: 'provideSupplement',
      documents: [
        { documentId: testId(1), slot: 'diagnosis', memberId: testId(1), pages: [samplePage(1, day)] },
      ],
    };
    const back = go(caseWalk('dibao', 'SUPPLEMENT'), clerk, days.survey, given);
    expect(refusal(back, reviewer, days.survey, asked)).toBe('supplement.alreadyIssued');
    expect(refusal(back, reviewer, days.survey, { ...asked, reason: '  ' })).toBe('supplement.alreadyIssued');
    const again = go(back, reviewer, days.survey, { ...asked, reason: '虚构：漏列' });
    expect(refusal(again, system, '2025-03-10', { type: 'abandon' })).toBe('supplement.limitNotPassed');
    expect(refusal(again, system, '2025-03-11', { type: 'abandon' })).toBe('ok');
  });

  it('endings say why; what comes before the opening is no case', () => {
    expect(caseWalk('dibao', 'WITHDRAWN').state.ending).toEqual({ because: null, reason: '本人要求' });
    expect(caseWalk('dibao', 'REFUSED').state.ending).toEqual({ because: null, reason: '虚构：财产超限' });
    expect(caseWalk('dibao', 'SURVEY').state.ending).toBeNull();
    expect(() => applyCaseEvent(null, { type: 'supplement.provided', data: { submittedOn: day } })).toThrow(
      'supplement.provided before case.opened',
    );
  });
});
