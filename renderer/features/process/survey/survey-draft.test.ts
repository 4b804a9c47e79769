import { describe, expect, it } from 'vitest';
import { surveyProblem } from '../../../../domain/survey/check-survey.ts';
import { SurveyRecord } from '../../../../domain/survey/survey.ts';
import { samplePage, signedName } from '../../../../domain/testing/process-samples.ts';
import { testId } from '../../../../domain/testing/sample-application.ts';
import { emptySurvey, signersOf, surveyLacking, surveyRecordOf, type SurveyDraft } from './survey-draft.ts';

const today = '2026-03-10';
const members = [
  { id: testId(1), name: '张示例' },
  { id: testId(2), name: '张小示例' },
];
const known = [{ accountId: testId(901), name: '王示例' }];
const filled: SurveyDraft = {
  ...emptySurvey('home', today, '王示例', testId(1)),
  surveyors: ['王示例', '赵虚构'],
  situation: { housing: '虚构：两间平房', health: '', work: '', living: '' },
  photos: [samplePage(1, today)],
  signatures: [
    signedName('王示例', 'surveyor', today),
    signedName('赵虚构', 'surveyor', today),
    signedName('张示例', 'household', today),
  ],
  conclusion: 'agrees',
};
const lacking = (part: Partial<SurveyDraft>) => surveyLacking({ ...filled, ...part }, members, today);
const recordOf = (part: Partial<SurveyDraft> = {}) =>
  SurveyRecord.parse(surveyRecordOf({ ...filled, ...part }, testId(4001), members, known));

describe('a survey form', () => {
  it('that lacks nothing is a record the rules take', () => {
    expect(lacking({})).toEqual([]);
    expect(surveyProblem(recordOf(), today)).toBeNull();
    expect(recordOf()).toMatchObject({
      surveyors: [
        { accountId: testId(901), name: '王示例' },
        { accountId: null, name: '赵虚构' },
      ],
      present: [{ memberId: testId(1), name: '张示例' }],
      notSignedBecause: null,
    });
  });
  it.each([
    [{ surveyors: ['王示例', ' '] }, '两名调查人'],
    [{ surveyors: ['王示例', '王示例'] }, '两名调查人'],
    [{ surveyors: ['王示例', '孙虚构'] }, '调查人签字'],
    [{ photos: [] }, '现场照片'],
    [{ conclusion: null }, '结论'],
    [{ on: '2026-03-11' }, '哪一天'],
    [{ signatures: filled.signatures.slice(0, 2) }, '家里人签字（或者没签的原因）'],
    [{ presentIds: [] }, '家里人签字（或者没签的原因）'],
  ] as [Partial<SurveyDraft>, string][])('%# says what is missing', (part, words) => {
    expect(lacking(part)).toContain(words);
  });
  it('takes a reason where nobody of the household signs', () => {
    const part = { signatures: filled.signatures.slice(0, 2), notSigned: '手受伤，不能写字' };
    expect(lacking(part)).toEqual([]);
    expect(recordOf(part)).toMatchObject({ notSignedBecause: '手受伤，不能写字' });
    expect(surveyProblem(recordOf(part), today)).toBeNull();
  });
  it('takes a signature along only while its name stands on the form', () => {
    const record = recordOf({ surveyors: ['王示例', '孙虚构'] });
    expect('signatures' in record && record.signatures.map(({ name }) => name)).toEqual(['王示例', '张示例']);
  });
  it('lets others sign who were there', () => {
    const signers = signersOf({ ...filled, othersPresent: '钱虚构、' }, members);
    expect(signers.map(({ name }) => name)).toEqual(['王示例', '赵虚构', '张示例', '钱虚构']);
  });
});

describe('the other methods', () => {
  it('a neighbour may stay without a name; one surveyor is enough', () => {
    const part = {
      ...{ method: 'neighbour' as const, surveyors: ['王示例'] },
      neighbours: [
        { name: '', relation: '邻居', said: '平时一个人过' },
        { name: '', relation: '', said: '' },
      ],
    };
    expect(lacking(part)).toEqual([]);
    expect(surveyProblem(recordOf(part), today)).toBeNull();
    expect(recordOf(part)).toMatchObject({ neighbours: [{ name: '', said: '平时一个人过' }] });
  });
  it('a letter asks for no signature, and its limit may stay open', () => {
    const letter = { method: 'letter' as const, to: '虚构单位', about: '退休金' };
    expect(lacking({ ...letter, replyBy: '2026-03-09' })).toEqual(['回信期限']);
    expect(lacking(letter)).toEqual([]);
    expect(recordOf(letter)).toMatchObject({ to: '虚构单位', replyBy: null });
  });
  it('an assessment needs all six answers', () => {
    const answers = { eating: true, dressing: true, bed: true, toilet: true, walking: false };
    expect(lacking({ method: 'selfCare', answers })).toEqual(['六件事都要答']);
    const whole = { method: 'selfCare' as const, answers: { ...answers, bathing: false } };
    expect(lacking(whole)).toEqual([]);
    expect(surveyProblem(recordOf(whole), today)).toBeNull();
  });
});
