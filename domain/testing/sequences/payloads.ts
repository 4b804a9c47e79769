import type { Signature } from '../../application/evidence.ts';
import type { Person } from '../../application/person.ts';
import type { CaseCommand } from '../../case/case-commands.ts';
import { membersOf, type CaseState } from '../../case/case-state.ts';
import { documentsDue } from '../../case/documents-due.ts';
import type { Amendment } from '../../case/process-data.ts';
import type { Process } from '../../process/process.ts';
import { addDays, type IsoDate } from '../../values/iso-date.ts';
import type { SurveyRecord } from '../../survey/survey.ts';
import {
  changeOn,
  checkRequest,
  hearingOn,
  homeVisit,
  morning,
  neighbourVisit,
  nothingFound,
  objectionOf,
  proposalFor,
  samplePage,
  selfCareAssessment,
  surveyLetter,
  visitOn,
} from '../process-samples.ts';
import { testId } from '../sample-application.ts';
import { chance, pick, type Choices } from './choices.ts';
import { rightful } from './people.ts';

/** What a payload is made for: the case, the day, and numbers to choose by. */
export interface Setting {
  state: CaseState;
  day: IsoDate;
  choices: Choices;
  process: Process;
  /** Counts up, so that ids are new unless they are meant to repeat. */
  serial: number;
  /** Somebody who could join the household, with the signature. */
  joining: { member: Person; signature: Signature };
}
type Make = (setting: Setting) => CaseCommand;

const reason = '虚构：说明';
const photos = ({ choices, day }: Setting) => (chance(choices, 92) ? [samplePage(1, day)] : []);
/** Mostly the day itself; sometimes one that has not come, or one long past. */
const dayAbout = ({ choices, day }: Setting): IsoDate =>
  addDays(day, pick(choices, [0, 0, 0, 0, 0, 0, 0, -1, 1, -400]));

const survey = (setting: Setting): SurveyRecord => {
  const { choices, state, serial } = setting;
  const on = dayAbout(setting);
  switch (choices.below(8)) {
    case 0:
      return neighbourVisit(serial, on);
    case 1:
      return surveyLetter(serial, on);
    case 2:
    case 3:
      return selfCareAssessment(serial, on, state.applicantId);
    case 4:
      return { ...homeVisit(serial, on), surveyors: homeVisit(serial, on).surveyors.slice(0, 1) };
    default:
      return homeVisit(serial, on);
  }
};

const otherMember = ({ state, choices }: Setting): string =>
  chance(choices, 90)
    ? (membersOf(state).find(({ id }) => id !== state.applicantId)?.id ?? testId(1))
    : testId(99);

function amendment(setting: Setting): Amendment {
  const { choices, joining } = setting;
  const because = pick(choices, ['deceased', 'movedOut', 'other'] as const);
  switch (choices.below(5)) {
    case 0:
      return { change: 'memberAdded', ...joining };
    case 1:
      return { change: 'memberLeft', memberId: otherMember(setting), because, note: '' };
    case 2: {
      const applicantId = otherMember(setting);
      const signature = { ...joining.signature, memberId: applicantId, signerId: applicantId };
      return { change: 'applicantReplaced', applicantId, because, note: '', signature };
    }
    case 3:
      return { change: 'agentWithdrew', note: '' };
    default:
      return {
        change: 'villageChanged',
        villageCode: pick(choices, ['500107001002', '500107001001', '500107002001']),
        note: '',
      };
  }
}

const objectionId = ({ state, choices }: Setting): string =>
  state.objections.find(({ reply }) => reply === null)?.objection.objectionId ??
  testId(6000 + choices.below(9));

const duplicate = ({ state, choices }: Setting) => ({
  personId: pick(choices, membersOf(state)).id,
  otherCaseId: testId(9000 + choices.below(2)),
  otherCaseCode: 'X-1',
  otherTownCode: '500107002',
});

/** A plausible payload of each command, now and then one that is not. */
export const payloads: Readonly<Record<Exclude<CaseCommand['type'], 'submit'>, Make>> = {
  pickUp: () => ({ type: 'pickUp' }),
  accept: () => ({ type: 'accept' }),
  issueSupplement: ({ day, choices }) => ({
    type: 'issueSupplement',
    items: [{ slot: 'diagnosis', memberId: testId(1), note: '请补交诊断证明' }],
    limit: addDays(day, pick(choices, [10, 5, 1, 0, -3])),
    reason: chance(choices, 50) ? reason : null,
  }),
  remindSupplement: () => ({ type: 'remindSupplement', by: 'phone', note: '' }),
  provideSupplement: ({ day, choices, serial }) => ({
    type: 'provideSupplement',
    documents: [
      {
        documentId: testId(8000 + serial),
        slot: chance(choices, 90) ? 'diagnosis' : 'other',
        memberId: testId(1),
        pages: [samplePage(serial, day)],
      },
    ],
  }),
  abandon: () => ({ type: 'abandon' }),
  withdraw: () => ({ type: 'withdraw', reason: '' }),
  terminate: ({ choices }) => ({
    type: 'terminate',
    because: pick(choices, ['noCooperation', 'deceased', 'movedAway', 'other']),
    reason,
  }),
  extend: ({ choices }) => ({
    type: 'extend',
    because: pick(choices, ['objection', 'residenceSeparated', 'difficultSurvey', 'reviewMeeting']),
    reason,
  }),
  amend: (setting) => ({ type: 'amend', amendment: amendment(setting) }),
  claim: () => ({ type: 'claim' }),
  release: () => ({ type: 'release' }),
  takeOver: () => ({ type: 'takeOver', reason }),
  handOver: ({ choices }) => ({ type: 'handOver', to: pick(choices, rightful).accountId, reason }),
  noteDuplicate: (setting) => ({ type: 'noteDuplicate', duplicate: duplicate(setting) }),
  resolveDuplicate: (setting) => {
    const { state, choices } = setting;
    const open =
      state.duplicates.find(({ resolution }) => resolution === null)?.duplicate ?? duplicate(setting);
    const { personId, otherCaseId } = open;
    const resolution = pick(choices, ['otherPerson', 'keepThis', 'keepOther', 'bothLawful'] as const);
    return { type: 'resolveDuplicate', personId, otherCaseId, resolution, reason };
  },
  issueDocument: ({ state, process, choices, day, serial }) => {
    const due = documentsDue(state, process);
    const one = due.length > 0 ? pick(choices, due) : null;
    return {
      type: 'issueDocument',
      issued: {
        document: one?.document ?? 'acceptanceNotice',
        number: '虚构〔2025〕1号',
        about: (one?.about ?? 1) + (chance(choices, 95) ? 0 : 1),
        page: samplePage(serial, day),
      },
    };
  },
  startSurvey: () => ({ type: 'startSurvey' }),
  requestCheck: ({ choices, serial }) => checkRequest(chance(choices, 95) ? serial : 1),
  recordCheckAnswer: ({ state, choices, day }) => {
    const open = state.checks.flatMap(({ request, answers }) =>
      request.sources.flatMap((source) =>
        request.authorizations
          .filter(({ personId }) => !answers.some((a) => a.source === source && a.personId === personId))
          .map(({ personId }) => nothingFound(request.requestId, source, personId, day)),
      ),
    );
    if (open.length > 0 && chance(choices, 95)) return pick(choices, open);
    return nothingFound(testId(5001), pick(choices, ['civilAffairs', 'tax'] as const), testId(1), day);
  },
  recordSurvey: (setting) => ({ type: 'recordSurvey', record: survey(setting) }),
  recordLetterReply: (setting) => {
    const letter = setting.state.surveys.find(({ record, reply }) => record.method === 'letter' && !reply);
    const surveyId = letter?.record.surveyId ?? testId(4000);
    return {
      type: 'recordLetterReply',
      reply: { surveyId, repliedOn: dayAbout(setting), content: '虚构：属实', pages: [] },
    };
  },
  concludeNotEligible: () => ({ type: 'concludeNotEligible', reason }),
  requestRecheck: () => ({ type: 'requestRecheck', reason, help: reason, documents: [] }),
  propose: ({ state, day, choices }) => {
    const proposal = proposalFor(state, day, chance(choices, 80) && state.step !== 'NOT_ELIGIBLE');
    const amountFen = Math.max(0, proposal.amountFen + pick(choices, [0, 0, 0, 0, 0, 0, 0, 0, 1, 100_000]));
    return { type: 'propose', proposal: { ...proposal, amountFen } };
  },
  postNotice: (setting) => ({ type: 'postNotice', places: ['村务公开栏'], photos: photos(setting) }),
  takeDownNotice: (setting) => ({ type: 'takeDownNotice', photos: photos(setting) }),
  registerObjection: ({ state, choices, day, serial }) => {
    const received = addDays(day, pick(choices, [0, 0, 0, -1, -2, -9, 1]));
    const known = state.objections.at(-1)?.objection;
    const objection = objectionOf(
      serial,
      chance(choices, 90) ? morning(received) : `${received}T15:59:59.999Z`,
    );
    return { type: 'registerObjection', objection: chance(choices, 5) && known ? known : objection };
  },
  startResurvey: () => ({ type: 'startResurvey' }),
  holdMeeting: (setting) => ({
    type: 'holdMeeting',
    meeting: {
      on: dayAbout(setting),
      participants: 9,
      forIt: 6,
      against: setting.choices.below(5),
      minutes: reason,
      photos: [],
    },
  }),
  replyObjection: (setting) => ({
    type: 'replyObjection',
    reply: { objectionId: objectionId(setting), outcome: 'notConfirmed', reply: reason, told: 'phone' },
  }),
  report: () => ({ type: 'report', note: '' }),
  returnToTown: () => ({ type: 'returnToTown', reason }),
  recordDistrictVisit: (setting) => ({
    type: 'recordDistrictVisit',
    record: chance(setting.choices, 80)
      ? homeVisit(setting.serial, dayAbout(setting))
      : neighbourVisit(setting.serial, setting.day),
  }),
  confirm: ({ state, choices }) => {
    const { amountFen, method } = state.proposals.at(-1)?.proposal ?? {
      amountFen: 0,
      method: 'status' as const,
    };
    return { type: 'confirm', amountFen: amountFen + (chance(choices, 90) ? 0 : 1), method, note: '' };
  },
  refuse: () => ({ type: 'refuse', reason }),
  publish: (setting) => ({ type: 'publish', places: ['村务公开栏'], photos: photos(setting) }),
  register: ({ day, choices }) => ({
    type: 'register',
    payFrom: `${chance(choices, 90) ? day.slice(0, 7) : '2024-12'}-01`,
    residence: pick(choices, ['home', 'separatedCentral', 'outside']),
  }),
  grantFirst: ({ choices }) => ({
    type: 'grantFirst',
    amountFen: pick(choices, [100_000, 150_000, 150_001]),
    reason,
  }),
  explainAfterwards: () => ({ type: 'explainAfterwards', explanation: reason, documents: [] }),
  recordVisit: (setting) => ({
    type: 'recordVisit',
    visit: {
      ...visitOn(setting.serial, dayAbout(setting)),
      mode: pick(setting.choices, ['home', 'home', 'phone']),
    },
  }),
  reportChange: (setting) => ({
    type: 'reportChange',
    change: changeOn(dayAbout(setting), pick(setting.choices, ['income', 'deceased', 'members'])),
  }),
  recordHearing: (setting) => ({
    type: 'recordHearing',
    hearing: { ...hearingOn(dayAbout(setting)), attended: chance(setting.choices, 90) },
  }),
  keepUnchanged: () => ({ type: 'keepUnchanged', reason }),
  adjust: ({ choices, state, day }) => ({
    type: 'adjust',
    amountFen: pick(choices, [20_000, 40_000, 10_000, state.grant?.amountFen ?? 0, 0]),
    from: day,
    reason,
  }),
  endAssistance: ({ day, choices }) => ({
    type: 'endAssistance',
    because: pick(choices, ['aboveStandard', 'deceased', 'ownWish']),
    from: day,
    reason,
  }),
};
