import { describe, expect, it } from 'vitest';
import {
  homeVisit,
  neighbourVisit,
  selfCareAssessment,
  signedName,
  surveyLetter,
} from '../testing/process-samples.ts';
import { testId } from '../testing/sample-application.ts';
import { surveyProblem } from './check-survey.ts';
import { SurveyRecord } from './survey.ts';

const on = '2025-02-12';
const home = homeVisit(1, on);
const code = (record: SurveyRecord, today = on) => surveyProblem(record, today);
const [first, second] = home.surveyors;

describe('a home visit', () => {
  it('is whole with two surveyors, all signed, somebody of the household, a photo, on a day that has come', () => {
    expect(code(home)).toBeNull();
    expect(code(home, '2025-02-11')).toEqual({ code: 'survey.inFuture', data: { on } });
    expect(code({ ...home, photos: [] })).toEqual({ code: 'survey.photoMissing' });
  });

  it('needs two different people', () => {
    const missing = { code: 'survey.surveyorsMissing', data: { least: 2 } };
    expect(code({ ...home, surveyors: [first!] })).toEqual(missing);
    expect(code({ ...home, surveyors: [first!, { ...second!, name: first!.name }] })).toEqual(missing);
    expect(code({ ...home, surveyors: [first!, { ...second!, name: `${first!.name} ` }] })).toEqual(missing);
    expect(code({ ...home, surveyors: [first!, { ...second!, accountId: first!.accountId }] })).toEqual(
      missing,
    );
    const byPaper = home.surveyors.map(({ name }) => ({ name, accountId: null }));
    expect(code({ ...home, surveyors: byPaper })).toBeNull();
  });

  it("needs every surveyor's signature as a surveyor", () => {
    const as = (role: 'surveyor' | 'witness') => [
      signedName(first!.name, 'surveyor', on),
      signedName(second!.name, role, on),
      signedName('张示例', 'household', on),
    ];
    expect(code({ ...home, signatures: as('surveyor') })).toBeNull();
    expect(code({ ...home, signatures: as('witness') })).toEqual({
      code: 'survey.signatureMissing',
      data: { names: [second!.name] },
    });
  });

  it("needs the household's signature, or why there is none", () => {
    const signatures = home.surveyors.map(({ name }) => signedName(name, 'surveyor', on));
    const unsigned = { code: 'survey.signatureMissing', data: { names: [] } };
    expect(code({ ...home, signatures })).toEqual(unsigned);
    expect(code({ ...home, signatures, notSignedBecause: '  ' })).toEqual(unsigned);
    expect(code({ ...home, signatures, notSignedBecause: '虚构：手受伤' })).toBeNull();
  });
});

describe('the other ways', () => {
  it('one surveyor is enough for a neighbour, without the household and without photos', () => {
    const visit = neighbourVisit(1, on) as Extract<SurveyRecord, { method: 'neighbour' }>;
    const alone = { ...visit, surveyors: [first!], photos: [] };
    expect(code(alone)).toBeNull();
    expect(code({ ...alone, surveyors: [] })).toEqual({
      code: 'survey.surveyorsMissing',
      data: { least: 1 },
    });
  });

  it('a self-care assessment needs two assessors and all six answers', () => {
    const assessed = selfCareAssessment(1, on);
    expect(code(assessed)).toBeNull();
    expect(code({ ...assessed, surveyors: [first!] })?.code).toBe('survey.surveyorsMissing');
    const five = Object.entries(assessed.answers).slice(0, 5);
    expect(code({ ...assessed, answers: Object.fromEntries(five) })).toEqual({
      code: 'survey.answersMissing',
    });
  });

  it('a letter asks for its answer after it was sent', () => {
    const letter = surveyLetter(1, on) as Extract<SurveyRecord, { method: 'letter' }>;
    expect(code(letter)).toBeNull();
    expect(code({ ...letter, replyBy: on })).toBeNull();
    expect(code({ ...letter, replyBy: '2025-02-11' })).toEqual({ code: 'survey.replyBeforeLetter' });
  });

  it('every sample is a record as it travels', () => {
    for (const record of [home, neighbourVisit(2, on), selfCareAssessment(3, on), surveyLetter(4, on)])
      expect(SurveyRecord.parse(record)).toEqual(record);
    expect(SurveyRecord.safeParse({ ...home, surveyors: [] }).success).toBe(false);
    expect(SurveyRecord.safeParse({ ...home, surveyId: testId(1), note: '' }).success).toBe(false);
  });
});
