import { describe, expect, it } from 'vitest';
import type { Dossier } from '../../../../contract/views.ts';
import { authorizationFor, wholeText } from '../../../../domain/application/authorization-text.ts';
import type { Signature } from '../../../../domain/application/evidence.ts';
import { PersonForm } from '../../../../domain/application/person.ts';
import { Amendment } from '../../../../domain/case/process-data.ts';
import {
  sampleSections,
  sampleSubmit,
  testDigest,
  testId,
  testIdNumber,
} from '../../../../domain/testing/sample-application.ts';
import {
  amendLacking,
  amendmentOf,
  emptyAmendment,
  membersThen,
  mustSignNow,
  possibleChanges,
  successors,
  type AmendDraft,
} from './amend-draft.ts';
import { signedFacts } from './sections-of.ts';

const today = '2025-01-24';
const grown = PersonForm.parse({
  ...{ id: testId(41), name: '李示例', idNumber: testIdNumber('1985-05-05', 41), sex: 'male' },
  ...{ birth: '1985-05-05', relation: 'spouse', address: '示例路1号' },
});
const minor = PersonForm.parse({
  ...{ id: testId(42), name: '李示范', idNumber: testIdNumber('2018-01-01', 47), sex: 'male' },
  ...{ birth: '2018-01-01', relation: 'son', capacity: false, guardianId: testId(41) },
});

const submitted = sampleSubmit(sampleSections([grown, minor]));
const household = {
  application: submitted.application,
  signatures: submitted.signatures,
  villageCode: submitted.application.villageCode,
} as Pick<Dossier, 'application' | 'signatures' | 'villageCode'>;
const start = emptyAmendment(household);
const draft = (part: Partial<AmendDraft>): AmendDraft => ({ ...start, ...part });

const joining = PersonForm.parse({
  ...{ id: testId(43), name: '王示例', idNumber: testIdNumber('1990-02-02', 43), sex: 'male' },
  ...{ birth: '1990-02-02', relation: 'sibling' },
});
const signedBy = (memberId: string): Signature => ({
  ...{ memberId, signerId: memberId, role: 'self', text: '授权书的全部文字，逐字逐句', textVersion: '1' },
  ...{
    strokes: [[{ x: 0, y: 0, t: 0, p: 0.5 }]],
    imageDigest: testDigest(7),
    imageBytes: 9,
    at: '2025-01-24T01:00:00.000Z',
  },
});

describe('a household that changes', () => {
  it('offers only what can be', () => {
    expect(possibleChanges(household)).toEqual([
      ...['memberAdded', 'memberLeft', 'applicantReplaced', 'villageChanged'],
    ]);
    const alone = {
      ...household,
      application: { ...household.application, members: household.application.members.slice(0, 1) },
    };
    expect(possibleChanges(alone)).toEqual(['memberAdded', 'villageChanged']);
    const helped = { ...household, application: { ...household.application } };
    helped.application.agent = { ...helped.application.agent, has: true };
    expect(possibleChanges(helped)).toContain('agentWithdrew');
  });

  it('takes nobody in without a whole form and an own signature', () => {
    const empty = draft({ change: 'memberAdded' });
    expect(amendLacking(empty, household, today)).toEqual(['家人的资料', '授权签字']);
    const unsigned = draft({ change: 'memberAdded', person: joining });
    expect(amendLacking(unsigned, household, today)).toEqual(['授权签字']);
    expect(amendmentOf(unsigned, household, today)).toBeNull();
    const anothers = draft({ ...unsigned, signature: signedBy(testId(41)) });
    expect(amendLacking(anothers, household, today)).toEqual(['授权签字']);
  });

  it('comes to an amendment that the rules can read', () => {
    const joined = draft({ change: 'memberAdded', person: joining, signature: signedBy(joining.id) });
    expect(Amendment.parse(amendmentOf(joined, household, today))).toMatchObject({
      ...{ change: 'memberAdded', member: { name: '王示例' } },
    });
    const left = draft({ change: 'memberLeft', memberId: minor.id, because: 'movedOut', note: ' 随母亲 ' });
    expect(Amendment.parse(amendmentOf(left, household, today))).toEqual({
      ...{ change: 'memberLeft', memberId: minor.id, because: 'movedOut', note: '随母亲' },
    });
    expect(amendmentOf(draft({ change: 'villageChanged' }), household, today)).toBeNull();
  });

  it('gives the place of the applicant to a grown-up who has signed', () => {
    expect(successors(household, today).map(({ id }) => id)).toEqual([grown.id]);
    const dead = draft({ change: 'applicantReplaced', memberId: grown.id, because: 'deceased' });
    expect(mustSignNow(dead, household)).toBe(false);
    expect(Amendment.parse(amendmentOf(dead, household, today))).not.toHaveProperty('signature');
    const unsigned = { ...household, signatures: [] };
    expect(amendLacking(dead, unsigned, today)).toEqual(['授权签字']);
    expect(membersThen(dead, household)?.map(({ id, relation }) => [id, relation])).toEqual([
      [grown.id, 'self'],
      [minor.id, 'son'],
    ]);
    const [applicant] = household.application.members;
    const tired = draft({ change: 'applicantReplaced', memberId: grown.id, because: 'other' });
    expect(membersThen(tired, household)?.[1]).toMatchObject({ id: applicant?.id, relation: 'spouse' });
  });

  it('is named in the text that is signed as it will be', () => {
    const then = membersThen(draft({ change: 'memberAdded', person: joining }), household) ?? [];
    const facts = signedFacts(household.application, then);
    const text = wholeText(authorizationFor(facts, joining, joining, '示例街道'));
    expect(text).toContain('王示例');
    expect(text).toContain('李示范');
    expect(text).toContain(household.application.members[0]?.name);
  });
});
