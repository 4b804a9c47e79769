import type { IsoDate } from '../values/iso-date.ts';
import { fail, type Failure } from '../values/result.ts';
import type { SignedName, SurveyRecord } from './survey.ts';

const twice = (names: readonly string[]): boolean =>
  new Set(names.map((name) => name.trim())).size < names.length;

/** Two names of one account are one surveyor. */
const sameAccount = (surveyors: readonly { accountId: string | null }[]): boolean =>
  twice(surveyors.flatMap(({ accountId }) => accountId ?? []));

/** Surveyors whose name stands on the form without a signature. */
const unsigned = (surveyors: readonly { name: string }[], signatures: readonly SignedName[]): string[] =>
  surveyors
    .map(({ name }) => name)
    .filter((name) => !signatures.some((s) => s.as === 'surveyor' && s.name === name));

/**
 * What a survey form lacks, or null: a day that has come, two surveyors at a home (民发〔2021〕57号; annex), every
 * surveyor's signature, somebody of the household or the reason why nobody signed, a photo of the visit.
 */
export function surveyProblem(record: SurveyRecord, today: IsoDate): Failure | null {
  if (record.on > today) return fail('survey.inFuture', { on: record.on }).failure;
  if (record.method === 'letter')
    return (record.replyBy ?? record.on) < record.on ? fail('survey.replyBeforeLetter').failure : null;
  const { surveyors, signatures } = record;
  const least = record.method === 'neighbour' ? 1 : 2;
  if (surveyors.length < least || twice(surveyors.map(({ name }) => name)) || sameAccount(surveyors))
    return fail('survey.surveyorsMissing', { least }).failure;
  const names = unsigned(surveyors, signatures);
  if (names.length > 0) return fail('survey.signatureMissing', { names }).failure;
  if (record.method === 'home') return homeProblem(record);
  if (record.method === 'selfCare' && Object.keys(record.answers).length < 6)
    return fail('survey.answersMissing').failure;
  return null;
}

function homeProblem(record: Extract<SurveyRecord, { method: 'home' }>): Failure | null {
  const household = record.signatures.some((s) => s.as === 'household');
  if (!household && !record.notSignedBecause?.trim())
    return fail('survey.signatureMissing', { names: [] }).failure;
  return record.photos.length === 0 ? fail('survey.photoMissing').failure : null;
}
