import { describe, expect, it } from 'vitest';
import { caseAt, caseWalk, days, survey } from '../testing/process-walk.ts';
import { neighbourVisit, selfCareAssessment } from '../testing/process-samples.ts';
import { clerk, testId } from '../testing/sample-application.ts';
import type { CaseState } from './case-state.ts';
import { surveyLacks } from './survey-lacks.ts';

const surveyed = survey(caseWalk('dibao', 'SURVEY')).state;
const lacks = (state: CaseState) => surveyLacks(state, ['check', 'homeVisit', 'selfCare']);
const recorded = (record: CaseState['surveys'][number]['record']) => ({
  ...{ record, district: false, reply: null, on: days.survey, by: clerk.accountId },
});
const secondMember = { ...surveyed.application!.members[0]!, id: testId(2) };
const ofTwo = (signed: boolean): CaseState => ({
  ...surveyed,
  application: { ...surveyed.application!, members: [...surveyed.application!.members, secondMember] },
  signatures: signed
    ? [...surveyed.signatures, { ...surveyed.signatures[0]!, memberId: testId(2) }]
    : surveyed.signatures,
});

describe('what a survey still lacks', () => {
  it('in the order of the list, nothing that is not on it', () => {
    expect(lacks(caseAt('dibao', 'SURVEY'))).toEqual(['check', 'homeVisit', 'selfCare']);
    expect(lacks(surveyed)).toEqual(['selfCare']);
    expect(surveyLacks(surveyed, ['homeVisit', 'check'])).toEqual([]);
  });

  it('a home visit is one at home; a self-care assessment is of the applicant', () => {
    const neighbour = { ...surveyed, surveys: [recorded(neighbourVisit(1, days.survey))] };
    expect(lacks(neighbour)).toEqual(['homeVisit', 'selfCare']);
    const of = (personId: string) => ({
      ...surveyed,
      surveys: [...surveyed.surveys, recorded(selfCareAssessment(2, days.survey, personId))],
    });
    expect(lacks(of(testId(2)))).toEqual(['selfCare']);
    expect(lacks(of(testId(1)))).toEqual([]);
  });

  it('everybody who signed is asked about, and nobody else', () => {
    expect(lacks(ofTwo(false))).not.toContain('check');
    expect(lacks(ofTwo(true))).toContain('check');
    expect(lacks({ ...surveyed, signatures: [] })).toContain('check');
  });

  it('every department that was asked about somebody answers about that person', () => {
    const [check] = surveyed.checks;
    const both = {
      ...check!,
      request: {
        ...check!.request,
        authorizations: [...check!.request.authorizations, { personId: testId(2), signatureDigest: 'x' }],
      },
    };
    expect(lacks({ ...ofTwo(true), checks: [both] })).toContain('check');
    const other = both.answers.map((answer) => ({ ...answer, personId: testId(2) }));
    expect(
      lacks({ ...ofTwo(true), checks: [{ ...both, answers: [...both.answers, ...other] }] }),
    ).not.toContain('check');
    const half = [...both.answers, ...other.slice(0, 1)];
    expect(lacks({ ...ofTwo(true), checks: [{ ...both, answers: half }] })).toContain('check');
    // Who has left is answered about by nobody.
    expect(lacks({ ...surveyed, checks: [both] })).not.toContain('check');
  });

  it('an answer that was lost can be asked for again', () => {
    const [check] = surveyed.checks;
    const lost = { ...check!, answers: [] };
    expect(lacks({ ...surveyed, checks: [lost] })).toContain('check');
    expect(lacks({ ...surveyed, checks: [lost, check!] })).not.toContain('check');
    const further = { ...lost, request: { ...lost.request, sources: ['tax' as const] } };
    expect(lacks({ ...surveyed, checks: [check!, further] })).toContain('check');
  });
});
