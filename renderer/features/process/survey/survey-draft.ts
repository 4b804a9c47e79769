import type { Page } from '../../../../domain/application/evidence.ts';
import type { SelfCareForm } from '../../../../domain/application/kind-forms.ts';
import { selfCareLevel } from '../../../../domain/eligibility/self-care.ts';
import type { SignedName, SurveyConclusion, SurveyRecord } from '../../../../domain/survey/survey.ts';
import { isIsoDate } from '../../../../domain/values/iso-date.ts';

export type SurveyMethod = SurveyRecord['method'];
export interface Neighbour {
  name: string;
  relation: string;
  said: string;
}
export interface Known {
  accountId: string;
  name: string;
}

/** A survey form while it is filled in. All methods share it, so that changing the method loses nothing. */
export interface SurveyDraft {
  method: SurveyMethod;
  on: string;
  surveyors: string[];
  presentIds: string[];
  /** Others who were there, by name. */
  othersPresent: string;
  situation: { housing: string; health: string; work: string; living: string };
  neighbours: Neighbour[];
  photos: Page[];
  signatures: SignedName[];
  notSigned: string;
  conclusion: SurveyConclusion | null;
  remarks: string;
  to: string;
  about: string;
  replyBy: string;
  personId: string;
  answers: SelfCareForm;
}

export const emptySurvey = (
  method: SurveyMethod,
  today: string,
  me: string,
  personId: string,
): SurveyDraft => ({
  ...{ method, on: today, surveyors: [me, ''], presentIds: [personId], othersPresent: '', personId },
  situation: { housing: '', health: '', work: '', living: '' },
  neighbours: [{ name: '', relation: '', said: '' }],
  ...{ photos: [], signatures: [], notSigned: '', conclusion: null, remarks: '' },
  ...{ to: '', about: '', replyBy: '', answers: {} },
});

type Member = { id: string; name: string };

const namesIn = (text: string): string[] =>
  text
    .split(/[、,，;；]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');

const surveyorsOf = ({ surveyors }: SurveyDraft): string[] =>
  surveyors.map((name) => name.trim()).filter((name) => name !== '');

/** Members who were there first, then the others. */
export const presentOf = (
  { presentIds, othersPresent }: SurveyDraft,
  members: readonly Member[],
): { memberId: string | null; name: string }[] => [
  ...members
    .filter(({ id }) => presentIds.includes(id))
    .map(({ id, name }) => ({ memberId: id as string | null, name })),
  ...namesIn(othersPresent).map((name) => ({ memberId: null, name })),
];

export const neighboursOf = ({ neighbours }: SurveyDraft): Neighbour[] =>
  neighbours
    .map(({ name, relation, said }) => ({ name: name.trim(), relation: relation.trim(), said: said.trim() }))
    .filter(({ name, said }) => name !== '' || said !== '');

/** Who may sign this form, in its order; a name struck out takes its signature along. */
export function signersOf(
  draft: SurveyDraft,
  members: readonly Member[],
): { name: string; as: SignedName['as'] }[] {
  if (draft.method === 'letter') return [];
  const surveyors = surveyorsOf(draft).map((name) => ({ name, as: 'surveyor' as const }));
  if (draft.method === 'neighbour') {
    const named = neighboursOf(draft).filter(({ name }) => name !== '');
    return [...surveyors, ...named.map(({ name }) => ({ name, as: 'neighbour' as const }))];
  }
  const household =
    draft.method === 'home'
      ? presentOf(draft, members)
      : members.filter(({ id }) => id === draft.personId).map(({ name }) => ({ name }));
  return [...surveyors, ...household.map(({ name }) => ({ name, as: 'household' as const }))];
}

export const signatureOf = (
  { signatures }: SurveyDraft,
  signer: { name: string; as: SignedName['as'] },
): SignedName | null => signatures.find(({ name, as }) => name === signer.name && as === signer.as) ?? null;

/** What is still to be filled in, in words; empty when the rules can be asked. */
export function surveyLacking(draft: SurveyDraft, members: readonly Member[], today: string): string[] {
  const lacks: string[] = [];
  const need = (met: boolean, words: string): void => {
    if (!met) lacks.push(words);
  };
  need(isIsoDate(draft.on) && draft.on <= today, '哪一天');
  if (draft.method === 'letter') {
    need(draft.to.trim().length >= 2, '写给谁');
    need(draft.about.trim().length >= 2, '问什么');
    need(draft.replyBy === '' || (isIsoDate(draft.replyBy) && draft.replyBy >= draft.on), '回信期限');
    return lacks;
  }
  const surveyors = surveyorsOf(draft);
  const least = draft.method === 'neighbour' ? 1 : 2;
  need(new Set(surveyors).size >= least, least === 2 ? '两名调查人' : '调查人');
  if (draft.method === 'neighbour')
    need(
      neighboursOf(draft).some(({ said }) => said.length >= 2),
      '邻居怎么说',
    );
  if (draft.method === 'selfCare') need(selfCareLevel(draft.answers) !== null, '六件事都要答');
  if (draft.method === 'home') {
    need(draft.situation.housing.trim().length >= 2, '住房情况');
    need(draft.photos.length > 0, '现场照片');
  }
  const signers = signersOf(draft, members);
  need(
    signers.every((signer) => signer.as !== 'surveyor' || signatureOf(draft, signer) !== null),
    '调查人签字',
  );
  if (draft.method === 'home') {
    const household = signers.some((s) => s.as === 'household' && signatureOf(draft, s) !== null);
    need(household || draft.notSigned.trim().length >= 2, '家里人签字（或者没签的原因）');
  }
  need(draft.conclusion !== null, '结论');
  return lacks;
}

/** The record as it goes to the case; asked only when nothing is lacking. */
export function surveyRecordOf(
  draft: SurveyDraft,
  surveyId: string,
  members: readonly Member[],
  known: readonly Known[],
): SurveyRecord {
  const { method, on } = draft;
  if (method === 'letter')
    return {
      ...{ method, surveyId, on, to: draft.to.trim(), about: draft.about.trim() },
      replyBy: draft.replyBy === '' ? null : draft.replyBy,
    };
  const visit = {
    ...{ surveyId, on, photos: draft.photos },
    surveyors: surveyorsOf(draft).map((name) => ({
      accountId: known.find((one) => one.name === name)?.accountId ?? null,
      name,
    })),
    signatures: signersOf(draft, members).flatMap((signer) => signatureOf(draft, signer) ?? []),
    conclusion: draft.conclusion ?? 'unclear',
    remarks: draft.remarks.trim(),
  };
  if (method === 'neighbour') return { method, ...visit, neighbours: neighboursOf(draft) };
  if (method === 'selfCare') return { method, ...visit, personId: draft.personId, answers: draft.answers };
  const signed = visit.signatures.some(({ as }) => as === 'household');
  return {
    ...{ method, ...visit, present: presentOf(draft, members), situation: draft.situation },
    notSignedBecause: signed ? null : draft.notSigned.trim() || null,
  };
}
