import { describe, expect, it } from 'vitest';
import { closedSteps, Step } from '../process/steps.ts';
import { testDigest, testId } from '../testing/sample-application.ts';
import { authorizedPerson, type CheckablePerson } from './authorized.ts';
import { checkableCase, type CheckState } from './checkable-case.ts';

const [signed, older, foreign] = [testDigest(1), testDigest(2), testDigest(3)];
const person: CheckablePerson = {
  ...{ personId: testId(1), name: '张示例', idNumber: '500107197903129818', role: 'member', consents: true },
  ...{ signatureDigests: [older, signed], withdrawn: false },
};
const ask = (
  change: Partial<CheckablePerson> = {},
  signatureDigest = signed,
  open = true,
  personId = testId(1),
) => {
  const allowed = authorizedPerson(
    { open, people: [{ ...person, ...change }] },
    { personId, signatureDigest },
  );
  return allowed.ok ? allowed.person : allowed.reason;
};

describe('whether anybody may be asked about a person', () => {
  it('who signed: with name and number of the case', () => {
    expect(ask()).toEqual(person);
    expect(ask({}, older)).toEqual(person);
  });
  it.each([
    ['of another case', ask({}, signed, true, testId(2)), 'notOfCase'],
    ['of a closed case', ask({}, signed, false), 'caseClosed'],
    ['who withdrew', ask({ withdrawn: true }), 'withdrawn'],
    ['who did not sign', ask({ signatureDigests: [] }), 'noSignature'],
    ['who signed something else', ask({}, foreign), 'otherSignature'],
    ['without a number', ask({ idNumber: null }), 'noIdNumber'],
    ['who supports and did not consent', ask({ role: 'supporter', consents: false }), 'noConsent'],
  ])('%s: no', (_, answer, reason) => {
    expect(answer).toBe(reason);
  });
  it('who supports and consented: yes; of members no consent is asked beside the signature', () => {
    expect(ask({ role: 'supporter' })).toMatchObject({ role: 'supporter' });
    expect(ask({ consents: false })).toMatchObject({ role: 'member' });
  });
  it('of no case at all: no', () => {
    const allowed = authorizedPerson(null, { personId: testId(1), signatureDigest: signed });
    expect(allowed).toEqual({ ok: false, reason: 'caseClosed' });
  });
});

describe('the people of a case', () => {
  const state: CheckState = {
    step: 'SURVEY',
    application: {
      members: [{ id: testId(1), name: '张示例', idNumber: '1' }],
      supporters: {
        people: [
          { id: testId(2), name: '李虚构', consent: true },
          { id: testId(3), name: '王虚构', idNumber: '3', consent: null },
        ],
      },
    },
    signatures: [
      { memberId: testId(1), imageDigest: older },
      { memberId: testId(2), imageDigest: foreign },
      { memberId: testId(1), imageDigest: signed },
    ],
  };

  it('are members and supporters with what each signed', () => {
    const found = checkableCase({ ...state, withdrawnAuthorizations: [testId(2)] });
    expect(found).toEqual({
      open: true,
      people: [
        {
          ...{ personId: testId(1), name: '张示例', idNumber: '1', role: 'member', consents: true },
          ...{ signatureDigests: [older, signed], withdrawn: false },
        },
        {
          ...{ personId: testId(2), name: '李虚构', idNumber: null, role: 'supporter', consents: true },
          ...{ signatureDigests: [foreign], withdrawn: true },
        },
        {
          ...{ personId: testId(3), name: '王虚构', idNumber: '3', role: 'supporter', consents: false },
          ...{ signatureDigests: [], withdrawn: false },
        },
      ],
    });
    expect(checkableCase(state).people.map(({ withdrawn }) => withdrawn)).toEqual([false, false, false]);
  });

  it('are none before there is an application', () => {
    expect(checkableCase({ ...state, application: null }).people).toEqual([]);
    expect(checkableCase({ ...state, application: { members: [] } }).people).toEqual([]);
  });

  it.each(Step.options)('in %s may be asked about unless the case is over', (step) => {
    expect(checkableCase({ ...state, step }).open).toBe(!closedSteps.includes(step));
  });
});
