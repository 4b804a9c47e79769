import { randomUUID } from 'node:crypto';
import type { SurveyRecord } from '../../../domain/survey/survey.ts';
import type { Hand } from './case-run.ts';

const surveyors = ['孙样例', '韩示范'];

async function visit({ day, photo, sign }: Hand, names: readonly string[]) {
  const signatures = [];
  for (const name of names) signatures.push(await sign(name, 'surveyor'));
  return {
    ...{ surveyId: randomUUID(), on: day, surveyors: names.map((name) => ({ accountId: null, name })) },
    ...{ photos: [await photo()], signatures, conclusion: 'agrees' as const, remarks: '' },
  };
}

/** 入户调查表, signed by two surveyors and the applicant. */
export async function homeVisit(hand: Hand, names: readonly string[] = surveyors): Promise<SurveyRecord> {
  const applicant = hand.state.application?.members.find(({ id }) => id === hand.state.applicantId);
  if (!applicant) throw new Error('nobody to visit');
  const seen = await visit(hand, names);
  return {
    ...{ method: 'home', ...seen, notSignedBecause: null },
    signatures: [...seen.signatures, await hand.sign(applicant.name, 'household')],
    present: [{ memberId: applicant.id, name: applicant.name }],
    situation: { housing: '虚构：两间平房', health: '', work: '', living: '虚构：家具很旧' },
  };
}

/** 特困: six everyday actions, judged by two assessors. */
export const selfCare = async (hand: Hand): Promise<SurveyRecord> => ({
  ...{ method: 'selfCare', ...(await visit(hand, surveyors)), personId: hand.state.applicantId },
  answers: { eating: true, dressing: true, bed: true, toilet: true, walking: false, bathing: false },
});
