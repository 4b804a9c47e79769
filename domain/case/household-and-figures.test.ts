import { describe, expect, it } from 'vitest';
import { demoAmounts } from '../rules/shipped.ts';
import type { Actor } from '../log/event-envelope.ts';
import type { DecideContext } from '../log/decision.ts';
import { villager } from '../testing/process-actors.ts';
import {
  homeVisit,
  morning,
  objectionOf,
  selfCareAssessment,
  verifiedAsDeclared,
} from '../testing/process-samples.ts';
import {
  caseAt,
  caseWalk,
  days,
  go,
  openWalk,
  postNotice,
  propose,
  refusal,
  survey,
  takeDownNotice,
  type Walk,
} from '../testing/process-walk.ts';
import { clerk, reviewer, testContext, testId } from '../testing/sample-application.ts';
import { amended } from './amended.ts';
import { applyCaseEvent } from './apply-event.ts';
import { caseAggregate } from './case-aggregate.ts';
import type { CaseCommand } from './case-commands.ts';
import { lastProposal, membersOf, openDuplicates, relativesDeclared } from './case-state.ts';
import { decideCase } from './decide-case.ts';
import { assessVerified, methodOf } from './proposal.ts';

type Said = CaseCommand | ((state: Walk['state'], day: string) => CaseCommand);
const failure = (walk: Walk, actor: Actor, day: string, said: Said, terms: Partial<DecideContext> = {}) => {
  const command = typeof said === 'function' ? said(walk.state, day) : said;
  const decided = decideCase(walk.state, command, { ...testContext(actor, day), ...walk.terms, ...terms });
  return decided.ok ? null : decided.failure;
};
function omit<T extends object, K extends keyof T>(from: T, key: K): Omit<T, K> {
  const copy = { ...from };
  Reflect.deleteProperty(copy, key);
  return copy;
}
const object = (receivedAt: string): CaseCommand => ({
  type: 'registerObjection',
  objection: objectionOf(5, receivedAt),
});

describe('what is looked up', () => {
  const state = caseAt('dibao', 'REPORTED');

  it('of a case without an application is nothing', () => {
    const bare = { ...state, application: null, proposals: [] };
    expect(membersOf(bare)).toEqual([]);
    expect(lastProposal(bare)).toBeNull();
    expect(relativesDeclared(bare)).toBe(false);
    expect(amended(bare, { change: 'agentWithdrew', note: '' })).toBe(bare);
    expect(openDuplicates(state)).toEqual([]);
  });

  it('as a stream: of its village, at its step, with its owner, never confidential', () => {
    expect(caseAggregate).toMatchObject({ streamType: 'case', decide: decideCase, apply: applyCaseEvent });
    expect(caseAggregate.areaCodeOf(state)).toBe('500107001001');
    expect(caseAggregate.stepOf(state)).toBe('REPORTED');
    expect(caseAggregate.confidential(state)).toBe(false);
    expect(caseAggregate.ownerOf?.(state)).toBeNull();
    const claim = { by: clerk.accountId, since: days.confirmed, level: 'town' as const };
    expect(caseAggregate.ownerOf?.({ ...state, claim })).toBe(clerk.accountId);
  });
});

describe('a household as an amendment leaves it', () => {
  const two = (relation: string, sex: 'male' | 'female') => {
    const state = caseAt('dibao', 'SUBMITTED');
    const [first] = state.application!.members;
    const next = { ...first!, id: testId(2), relation: relation as 'son' };
    const members = [{ ...first!, sex }, next];
    return { ...state, application: { ...state.application!, members } };
  };

  it.each([
    ['spouse', 'male', 'spouse'],
    ['son', 'male', 'parent'],
    ['daughter', 'female', 'parent'],
    ['parent', 'male', 'son'],
    ['parent', 'female', 'daughter'],
    ['grandchild', 'male', 'grandparent'],
    ['grandparent', 'female', 'grandchild'],
    ['sibling', 'female', 'sibling'],
  ] as const)('taken over by the %s, the former applicant (%s) is the %s', (relation, sex, seen) => {
    const replaced = {
      change: 'applicantReplaced',
      applicantId: testId(2),
      because: 'other',
      note: '',
    } as const;
    expect(amended(two(relation, sex), replaced).application?.members.map((m) => m.relation)).toEqual([
      'self',
      seen,
    ]);
  });

  it('others keep their place; somebody who is not of the household replaces nobody', () => {
    const state = two('spouse', 'male');
    const third = { ...state.application.members[1]!, id: testId(3), relation: 'son' as const };
    const three = {
      ...state,
      application: { ...state.application, members: [...state.application.members, third] },
    };
    const replaced = (applicantId: string) =>
      ({ change: 'applicantReplaced', applicantId, because: 'other', note: '' }) as const;
    expect(
      amended(three, replaced(testId(2))).application?.members.map(({ id, relation }) => [id, relation]),
    ).toEqual([
      [testId(2), 'self'],
      [testId(1), 'spouse'],
      [testId(3), 'son'],
    ]);
    expect(amended(three, replaced(testId(9)))).toBe(three);
    const left = amended(three, { change: 'memberLeft', memberId: testId(2), because: 'other', note: '' });
    expect(left.application?.members.map(({ id }) => id)).toEqual([testId(1), testId(3)]);
    expect(left.application?.income.entries).toHaveLength(1);
    const gone = amended(three, { change: 'memberLeft', memberId: testId(1), because: 'other', note: '' });
    expect(gone.application?.income.entries).toEqual([]);
    const moved = amended(three, { change: 'villageChanged', villageCode: '500107001009', note: '' });
    expect(moved.application).toMatchObject({
      villageCode: '500107001009',
      members: three.application.members,
    });
  });
});

describe('verified figures', () => {
  it('go before what was declared; what was not verified stays as declared', () => {
    const linshi = survey(caseWalk('linshi', 'SURVEY')).state;
    const declared = verifiedAsDeclared(linshi);
    const needed = (neededFen?: number) => {
      const rest = omit(declared, 'neededFen');
      const verified = neededFen === undefined ? rest : { ...rest, neededFen };
      const assessed = assessVerified(linshi, verified, days.proposed, demoAmounts);
      return assessed.ok ? assessed.value.amount?.fen : assessed.failure.code;
    };
    expect([needed(), needed(50_000), needed(2_000_000)]).toEqual([120_000, 50_000, 900_000]);
    const rigid = caseAt('rigidExpenditure', 'SURVEY');
    const ratio = (expenses: object) => {
      const assessed = assessVerified(
        rigid,
        { ...verifiedAsDeclared(rigid), ...expenses },
        days.proposed,
        demoAmounts,
      );
      return assessed.ok ? assessed.value.conditions.map(({ state }) => state).includes('notMet') : null;
    };
    expect([ratio({}), ratio({ expenses: { none: true, entries: [] } })]).toEqual([false, true]);
    const plain = omit(verifiedAsDeclared(rigid), 'expenses');
    const kept = assessVerified(rigid, plain, days.proposed, demoAmounts);
    expect(kept.ok && kept.value.conditions.some(({ state }) => state === 'notMet')).toBe(false);
  });

  it('特困: the assessment of the applicant, not of another person, else what was typed, else what was declared', () => {
    const open = caseWalk('tekun', 'SURVEY').state;
    const fen = (state: typeof open, selfCare?: object) => {
      const rest = omit(verifiedAsDeclared(state), 'selfCare');
      const assessed = assessVerified(
        state,
        { ...rest, ...(selfCare ? { selfCare } : {}) },
        days.proposed,
        demoAmounts,
      );
      return assessed.ok ? assessed.value.amount?.fen : null;
    };
    const able = { eating: true, dressing: true, bed: true, toilet: true, walking: true, bathing: true };
    expect([fen(open), fen(open, able)]).toEqual([127_500, 102_500]);
    const record = (personId: string, answers: object) => ({
      record: { ...selfCareAssessment(1, days.survey, personId), answers },
      ...{ district: false, reply: null, on: days.survey, by: clerk.accountId },
    });
    const home = { ...record(testId(1), {}), record: homeVisit(2, days.survey) };
    const assessed = { ...open, surveys: [record(testId(1), able), home, record(testId(2), {})] };
    expect([fen(assessed), fen({ ...open, surveys: [record(testId(2), able)] })]).toEqual([102_500, 127_500]);
    expect(fen({ ...open, surveys: [home] })).toBe(127_500);
  });

  it('by difference or by band, as the district has set; nothing is guessed where no amount is set', () => {
    const bands = [{ belowPerCapitaFen: 75_000, perPersonFen: 30_000 }];
    expect(methodOf('dibao', demoAmounts)).toBe('difference');
    expect(methodOf('dibao', { ...demoAmounts, dibaoBands: bands })).toBe('band');
    const capless = omit(demoAmounts, 'linshiCapFen');
    const open = survey(caseWalk('linshi', 'SURVEY'));
    expect(failure(open, reviewer, days.proposed, propose, { amounts: [capless] })).toEqual({
      code: 'amounts.noneInForce',
      data: { day: days.proposed },
    });
  });
});

describe('a record of another household', () => {
  it('who joins is new by number and by name, and not the applicant', () => {
    const open = openWalk('dibao', days.submitted);
    const [first] = open.state.application!.members;
    const join = (more: object): CaseCommand => ({
      type: 'amend',
      amendment: {
        change: 'memberAdded',
        member: { ...first!, relation: 'spouse', ...more },
        signature: open.state.signatures[0]!,
      },
    });
    expect(failure(open, clerk, days.accepted, join({ id: testId(5) }))?.code).toBe('amend.alreadyAMember');
    expect(failure(open, clerk, days.accepted, join({ idNumber: '500107195003100119' }))?.code).toBe(
      'amend.alreadyAMember',
    );
    expect(failure(open, clerk, days.accepted, join({ id: testId(5), idNumber: '12' }))).toMatchObject({
      code: 'submit.membersInvalid',
      data: { missing: [expect.stringMatching(/^idNumber:idNumber\./)] },
    });
  });

  it('a notice posted anew is the one that counts', () => {
    const posted = go(caseWalk('dibao', 'PRELIMINARY'), villager, days.posted, postNotice);
    expect(
      refusal(
        { ...posted, state: { ...posted.state, notices: [] } },
        villager,
        days.noticeOver,
        takeDownNotice,
      ),
    ).toBe('notice.missing');
    expect(refusal(posted, villager, days.posted, object(morning(days.posted)))).toBe('ok');
  });
});
