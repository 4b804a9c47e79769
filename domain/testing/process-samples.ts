import type { Page } from '../application/evidence.ts';
import { assessVerified, methodOf } from '../case/proposal.ts';
import { membersOf, type CaseState } from '../case/case-state.ts';
import type { CommandOf } from '../case/case-commands.ts';
import type { Hearing, HouseholdChange, Objection, Proposal, Verified, Visit } from '../case/process-data.ts';
import type { CheckAnswer } from '../matching/check.ts';
import { demoAmounts } from '../rules/shipped.ts';
import type { SignedName, SurveyRecord } from '../survey/survey.ts';
import type { IsoDate } from '../values/iso-date.ts';
import { testDigest, testId } from './sample-application.ts';

/** Ten in the morning in Shanghai. */
export const morning = (day: IsoDate): string => `${day}T02:00:00.000Z`;

export const samplePage = (n: number, day: IsoDate): Page => ({
  id: testId(3000 + n),
  digest: testDigest(3000 + n),
  mime: 'image/jpeg',
  bytes: 1000,
  width: 1240,
  height: 1754,
  source: 'camera',
  capturedAt: morning(day),
  warnings: [],
});

export const signedName = (name: string, as: SignedName['as'], day: IsoDate): SignedName => ({
  name,
  as,
  strokes: [[{ x: 0.1, y: 0.1, t: 0, p: 0.5 }]],
  imageDigest: testDigest(900),
  imageBytes: 900,
  at: morning(day),
});

const surveyors = [
  { accountId: testId(901), name: '王示例' },
  { accountId: null, name: '赵虚构' },
];
const visitOf = (n: number, on: IsoDate) => ({
  surveyId: testId(4000 + n),
  on,
  surveyors,
  photos: [samplePage(n, on)],
  signatures: surveyors.map(({ name }) => signedName(name, 'surveyor', on)),
  conclusion: 'agrees' as const,
  remarks: '',
});

/** 入户调查表: two surveyors, the household signs; `n` tells one record from another. */
export function homeVisit(n: number, on: IsoDate): Extract<SurveyRecord, { method: 'home' }> {
  const visit = visitOf(n, on);
  return {
    ...{ method: 'home' as const, ...visit },
    signatures: [...visit.signatures, signedName('张示例', 'household', on)],
    present: [{ memberId: testId(1), name: '张示例' }],
    situation: { housing: '虚构：两间平房', health: '', work: '', living: '' },
    notSignedBecause: null,
  };
}

export const neighbourVisit = (n: number, on: IsoDate): SurveyRecord => ({
  method: 'neighbour',
  ...visitOf(n, on),
  neighbours: [{ name: '孙虚构', relation: '邻居', said: '虚构：平时一个人过' }],
});

export const surveyLetter = (n: number, on: IsoDate): SurveyRecord => ({
  method: 'letter',
  surveyId: testId(4000 + n),
  on,
  to: '虚构单位',
  about: '虚构：退休金',
  replyBy: null,
});

export const selfCareAssessment = (
  n: number,
  on: IsoDate,
  personId = testId(1),
): Extract<SurveyRecord, { method: 'selfCare' }> => ({
  method: 'selfCare',
  ...visitOf(n, on),
  personId,
  answers: { eating: true, dressing: true, bed: true, toilet: true, walking: false, bathing: false },
});

export const checkRequest = (n = 1, sources = ['civilAffairs', 'housing'] as const) =>
  ({
    type: 'requestCheck',
    requestId: testId(5000 + n),
    sources: [...sources],
    purpose: 'application',
  }) satisfies CommandOf<'requestCheck'>;

/** One answer of a department: nothing found. */
export const nothingFound = (
  requestId: string,
  source: CheckAnswer['source'],
  personId: string,
  day: IsoDate,
): CommandOf<'recordCheckAnswer'> => ({
  type: 'recordCheckAnswer',
  answer: {
    requestId,
    source,
    personId,
    outcome: 'nothing',
    reason: null,
    facts: [],
    provenance: { system: '虚构系统', answerId: 'A-1', at: morning(day) },
    validUntil: '2030-12-31',
    rawDigest: testDigest(901),
  },
});

/** Every answer that is still asked for, in order. */
export const answersMissing = (state: CaseState, day: IsoDate): CommandOf<'recordCheckAnswer'>[] =>
  state.checks.flatMap(({ request, answers }) =>
    request.sources.flatMap((source) =>
      request.authorizations
        .filter(({ personId }) => !answers.some((a) => a.source === source && a.personId === personId))
        .map(({ personId }) => nothingFound(request.requestId, source, personId, day)),
    ),
  );

/** What was declared, found to be so. */
export function verifiedAsDeclared(state: CaseState): Verified {
  const { application } = state;
  if (!application) throw new Error('no application');
  const { income, expenses, selfCare, emergency } = application;
  return {
    income,
    propertyComplies: true,
    ...(expenses ? { expenses } : {}),
    ...(selfCare ? { selfCare } : {}),
    ...(emergency ? { neededFen: emergency.requestedFen } : {}),
  };
}

/** The proposal that the arithmetic gives for what was declared. */
export function proposalFor(state: CaseState, today: IsoDate, eligible = true): Proposal {
  const verified = verifiedAsDeclared(state);
  const assessed = assessVerified(state, verified, today, demoAmounts);
  if (!assessed.ok) throw new Error(assessed.failure.code);
  const method = methodOf(state.kind, demoAmounts);
  const amountFen = eligible && method !== 'status' ? (assessed.value.amount?.fen ?? 0) : 0;
  const reason = eligible ? '虚构：符合条件' : '虚构：收入高于标准';
  return { eligible, verified, method, amountFen, amountsId: demoAmounts.id, reason };
}

export const objectionOf = (n: number, receivedAt: string): Objection => ({
  objectionId: testId(6000 + n),
  by: '周虚构',
  contact: '',
  text: '虚构：他家还有一套房',
  receivedAt,
});

export const replyTo = (n: number): CommandOf<'replyObjection'> => ({
  type: 'replyObjection',
  reply: {
    objectionId: testId(6000 + n),
    outcome: 'notConfirmed',
    reply: '虚构：核实没有这套房',
    told: 'phone',
  },
});

export const visitOn = (n: number, on: IsoDate): Visit => ({
  visitId: testId(7000 + n),
  on,
  mode: 'home',
  visitors: ['王示例'],
  found: '虚构：生活正常',
  needs: '',
  changed: false,
  photos: [samplePage(700 + n, on)],
  signatures: [],
});

export const changeOn = (on: IsoDate, what: HouseholdChange['what'] = 'income'): HouseholdChange => ({
  what,
  note: '虚构：找到了工作',
  by: 'household',
  on,
});

export const hearingOn = (on: IsoDate): Hearing => ({
  on,
  with: '张示例',
  attended: true,
  said: '虚构：同意',
  asked: '',
  pages: [],
});

/** ID of each member with an own number. */
export const memberIds = (state: CaseState): string[] => membersOf(state).map(({ id }) => id);
