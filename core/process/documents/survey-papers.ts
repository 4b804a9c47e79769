import { relationNames } from '../../../domain/application/form-names.ts';
import { membersOf, type CaseState } from '../../../domain/case/case-state.ts';
import { shanghaiDate } from '../../../domain/values/iso-date.ts';
import { declaredLines, proposalLines } from './formula.ts';
import {
  addressOf,
  applicantOf,
  oneLine,
  caseLetter,
  eventData,
  letterhead,
  villageName,
  type DataOf,
  type Paper,
  type StepPaper,
} from './paper.ts';

/** To be taken along: what is known stands in it, the rest is written at the door. */
export const surveyHomeForm = (paper: Paper): DataOf<'surveyHomeForm'> => ({
  kind: 'surveyHomeForm',
  ...caseLetter(paper),
  address: addressOf(paper),
  members: membersOf(paper.then).map(({ name, relation }) => ({
    ...{ name, relation: relationNames[relation], note: null },
  })),
  formula: declaredLines(paper),
  ...{ surveyedOn: null, situation: null, conclusion: null, surveyors: [] },
});

export const surveyNeighbourForm = (paper: Paper): DataOf<'surveyNeighbourForm'> => ({
  kind: 'surveyNeighbourForm',
  ...caseLetter(paper),
  villageName: villageName(paper),
  ...{ surveyedOn: null, neighbour: null, said: null, surveyors: [] },
});

const anything = '家庭收入、财产和支出中贵单位掌握的情况。';

/** The latest letter on record without an answer, or one with room for whom to ask and until when. */
export function surveyLetter(paper: Paper): DataOf<'surveyLetter'> {
  const applicant = applicantOf(paper);
  const signed = paper.then.signatures.findLast(({ memberId }) => memberId === applicant.id);
  if (!signed) throw new Error('no authorization to ask with');
  const asked = openLetter(paper.then);
  return {
    kind: 'surveyLetter',
    ...letterhead(paper),
    recipient: asked ? oneLine(asked.to) || null : null,
    personName: applicant.name,
    idNumber: applicant.idNumber,
    authorizedOn: shanghaiDate(signed.at),
    kindTitle: caseLetter(paper).kindTitle,
    questions: [oneLine(asked?.about ?? '') || anything],
    replyBy: asked?.replyBy ?? null,
    officeAddress: paper.office.address,
  };
}

function openLetter({ surveys }: CaseState) {
  const open = surveys.findLast(({ record, reply }) => record.method === 'letter' && reply === null);
  return open?.record.method === 'letter' ? open.record : null;
}

const methodNames = {
  home: '入户调查',
  neighbour: '邻里访问',
  letter: '信函索证',
  selfCare: '生活自理能力评估',
} as const;

/** Only ways really gone: a letter nobody answered found nothing. */
export function surveyResultNotice(paper: StepPaper): DataOf<'surveyResultNotice'> {
  const { checks, surveys } = paper.then;
  const gone = surveys.filter(({ record, reply }) => record.method !== 'letter' || reply !== null);
  const methods = [
    ...(checks.some(({ answers }) => answers.length > 0) ? ['信息核对'] : []),
    ...gone.map(({ record }) => methodNames[record.method]),
  ];
  return {
    kind: 'surveyResultNotice',
    ...caseLetter(paper),
    householdSize: membersOf(paper.then).length,
    methods: [...new Set(methods)],
    formula: proposalLines(paper),
    meets: false,
    reason: eventData(paper, 'survey.notEligible').reason,
  };
}
