import type { AssistanceKind } from '../application/application.ts';
import { applyCaseEvent } from '../case/apply-event.ts';
import type { CaseCommand } from '../case/case-commands.ts';
import type { CaseEvent } from '../case/case-events.ts';
import type { CaseState } from '../case/case-state.ts';
import { decideCase } from '../case/decide-case.ts';
import type { DecideContext } from '../log/decision.ts';
import type { Actor } from '../log/event-envelope.ts';
import { Step } from '../process/steps.ts';
import type { IsoDate } from '../values/iso-date.ts';
import { morning } from './process-samples.ts';
import { districtReviewer, head, system, villager } from './process-actors.ts';
import {
  answersMissing,
  changeOn,
  checkRequest,
  hearingOn,
  homeVisit,
  objectionOf,
  proposalFor,
  samplePage,
  selfCareAssessment,
} from './process-samples.ts';
import { clerk, reviewer, sampleSubmitOf, testContext, testId } from './sample-application.ts';

/** A case under way: its state, all its events, and the context its commands are decided in. */
export interface Walk {
  state: CaseState;
  events: readonly CaseEvent[];
  terms: Partial<DecideContext>;
}
type Said = CaseCommand | ((state: CaseState, day: IsoDate) => CaseCommand);

/** Opens a case: `sampleSubmitOf(kind)` unless a command is given. `terms` changes rule set, calendar or amounts. */
export function openWalk(
  kind: AssistanceKind,
  day: IsoDate = days.submitted,
  terms: Partial<DecideContext> = {},
  submit: CaseCommand = sampleSubmitOf(kind, day),
): Walk {
  const decided = decideCase(null, submit, { ...testContext(clerk, day), ...terms });
  if (!decided.ok) throw new Error(`submit: ${JSON.stringify(decided.failure)}`);
  const state = decided.value.reduce<CaseState | null>(applyCaseEvent, null);
  if (!state) throw new Error('submit left nothing');
  return { state, events: decided.value, terms };
}

/** One step further; throws with the failure when the rules say no. `terms` holds for this step alone. */
export function go(
  walk: Walk,
  actor: Actor,
  day: IsoDate,
  said: Said,
  terms: Partial<DecideContext> = {},
): Walk {
  const command = typeof said === 'function' ? said(walk.state, day) : said;
  const context = { ...testContext(actor, day), ...walk.terms, ...terms };
  const decided = decideCase(walk.state, command, context);
  if (!decided.ok)
    throw new Error(`${command.type} at ${walk.state.step}: ${JSON.stringify(decided.failure)}`);
  const state = decided.value.reduce<CaseState>(applyCaseEvent, walk.state);
  return { ...walk, state, events: [...walk.events, ...decided.value] };
}

/** 'ok', or the code of what stands against it. */
export function refusal(
  walk: Walk,
  actor: Actor,
  day: IsoDate,
  said: Said,
  terms: Partial<DecideContext> = {},
): string {
  const command = typeof said === 'function' ? said(walk.state, day) : said;
  const decided = decideCase(walk.state, command, { ...testContext(actor, day), ...walk.terms, ...terms });
  return decided.ok ? 'ok' : decided.failure.code;
}

/** Working days of spring 2025; the notice hangs from Friday to Friday. */
export const days = {
  submitted: '2025-02-10',
  supplement: '2025-02-11',
  limit: '2025-02-20',
  accepted: '2025-02-11',
  survey: '2025-02-12',
  proposed: '2025-02-14',
  posted: '2025-02-14',
  objected: '2025-02-18',
  resurveyed: '2025-02-19',
  noticeOver: '2025-02-21',
  confirmed: '2025-02-24',
  published: '2025-02-25',
  registered: '2025-02-26',
  changed: '2025-06-10',
  heard: '2025-06-12',
} as const;

export const supplementFor = (limit: IsoDate): CaseCommand & { type: 'issueSupplement' } => ({
  type: 'issueSupplement',
  items: [{ slot: 'diagnosis', memberId: testId(1), note: '请补交诊断证明' }],
  limit,
  reason: null,
});
export const postNotice: Said = (_, day) => ({
  type: 'postNotice',
  places: ['村务公开栏'],
  photos: [samplePage(1, day)],
});
export const takeDownNotice: Said = (_, day) => ({ type: 'takeDownNotice', photos: [samplePage(2, day)] });
export const publish: Said = (_, day) => ({
  type: 'publish',
  places: ['村务公开栏'],
  photos: [samplePage(3, day)],
});
export const propose: Said = (state, day) => ({ type: 'propose', proposal: proposalFor(state, day) });
export const proposeNot: Said = (state, day) => ({
  type: 'propose',
  proposal: proposalFor(state, day, false),
});
export const confirm: Said = ({ proposals }) => {
  const { amountFen, method } = proposals.at(-1)?.proposal ?? { amountFen: 0, method: 'difference' as const };
  return { type: 'confirm', amountFen, method, note: '' };
};

export const accept = (walk: Walk): Walk => go(walk, reviewer, days.accepted, { type: 'accept' });
export const startSurvey = (walk: Walk): Walk => go(walk, clerk, days.survey, { type: 'startSurvey' });

/** Checks asked and answered, the home visited, and what else the kind's survey needs. */
export function survey(walk: Walk, day: IsoDate = days.survey, n = 1): Walk {
  const asked = go(walk, clerk, day, checkRequest(n));
  const answered = answersMissing(asked.state, day).reduce((w, answer) => go(w, system, day, answer), asked);
  const visited = go(answered, villager, day, { type: 'recordSurvey', record: homeVisit(n, day) });
  if (walk.state.kind !== 'tekun') return visited;
  const record = selfCareAssessment(100 + n, day, walk.state.applicantId);
  return go(visited, clerk, day, { type: 'recordSurvey', record });
}

/** Posted on `posted`, taken down and reported on `over`; a kind without notice is only reported. */
export function reportAfterNotice(
  walk: Walk,
  posted: IsoDate = days.posted,
  over: IsoDate = days.noticeOver,
): Walk {
  if (walk.state.kind === 'linshi') return go(walk, reviewer, over, { type: 'report', note: '' });
  const up = go(walk, villager, posted, postNotice);
  const down = go(up, villager, over, takeDownNotice);
  return go(down, reviewer, over, { type: 'report', note: '' });
}

const surveyed = (kind: AssistanceKind): Walk => survey(caseWalk(kind, 'SURVEY'));
const objected = (walk: Walk): Walk =>
  go(walk, villager, days.objected, {
    type: 'registerObjection',
    objection: objectionOf(1, morning(days.objected)),
  });

/** How each step is reached, the shortest way. */
const ways: Record<Step, (kind: AssistanceKind) => Walk> = {
  SUBMITTED: (kind) => openWalk(kind),
  SUPPLEMENT: (kind) => go(caseWalk(kind, 'SUBMITTED'), reviewer, days.supplement, supplementFor(days.limit)),
  ABANDONED: (kind) => go(caseWalk(kind, 'SUPPLEMENT'), system, '2025-02-21', { type: 'abandon' }),
  ACCEPTED: (kind) => accept(caseWalk(kind, 'SUBMITTED')),
  SURVEY: (kind) => startSurvey(caseWalk(kind, 'ACCEPTED')),
  NOT_ELIGIBLE: (kind) =>
    go(surveyed(kind), reviewer, days.proposed, { type: 'concludeNotEligible', reason: '虚构：收入高' }),
  RECHECK: (kind) =>
    go(caseWalk(kind, 'NOT_ELIGIBLE'), clerk, days.proposed, {
      type: 'requestRecheck',
      reason: '虚构：收入算错了',
      help: '虚构：帮助调取流水',
      documents: [],
    }),
  PRELIMINARY: (kind) => go(surveyed(kind), reviewer, days.proposed, propose),
  NOTICE: (kind) => go(caseWalk(kind, 'PRELIMINARY'), villager, days.posted, postNotice),
  OBJECTION: (kind) => objected(caseWalk(kind, 'NOTICE')),
  RESURVEY: (kind) =>
    kind === 'linshi'
      ? go(caseWalk(kind, 'REPORTED'), districtReviewer, days.confirmed, {
          type: 'returnToTown',
          reason: '虚构：缺票据',
        })
      : go(caseWalk(kind, 'OBJECTION'), clerk, days.resurveyed, { type: 'startResurvey' }),
  REPORTED: (kind) => reportAfterNotice(caseWalk(kind, 'PRELIMINARY')),
  CONFIRMED: (kind) => go(caseWalk(kind, 'REPORTED'), districtReviewer, days.confirmed, confirm),
  REFUSED: (kind) =>
    go(caseWalk(kind, 'REPORTED'), districtReviewer, days.confirmed, {
      type: 'refuse',
      reason: '虚构：财产超限',
    }),
  GRANTED: (kind) =>
    go(caseWalk(kind, 'SUBMITTED'), head, days.submitted, {
      type: 'grantFirst',
      amountFen: 100_000,
      reason: '虚构：家里着火',
    }),
  EXPLAINED: (kind) =>
    go(caseWalk(kind, 'GRANTED'), clerk, days.survey, {
      type: 'explainAfterwards',
      explanation: '虚构：火灾证明已补',
      documents: [],
    }),
  PUBLISHED: (kind) => go(caseWalk(kind, 'CONFIRMED'), villager, days.published, publish),
  REGISTERED: (kind) =>
    go(caseWalk(kind, 'PUBLISHED'), districtReviewer, days.registered, {
      type: 'register',
      payFrom: '2025-03-01',
      residence: 'home',
    }),
  REASSESSMENT: (kind) =>
    go(caseWalk(kind, 'REGISTERED'), villager, days.changed, {
      type: 'reportChange',
      change: changeOn(days.changed),
    }),
  ENDED: (kind) => {
    const heard = go(caseWalk(kind, 'REASSESSMENT'), clerk, days.heard, {
      type: 'recordHearing',
      hearing: hearingOn(days.heard),
    });
    return go(heard, districtReviewer, days.heard, {
      type: 'endAssistance',
      because: 'aboveStandard',
      from: '2025-07-01',
      reason: '虚构：收入高于标准',
    });
  },
  WITHDRAWN: (kind) =>
    go(caseWalk(kind, 'SUBMITTED'), clerk, days.accepted, { type: 'withdraw', reason: '本人要求' }),
  TERMINATED: (kind) =>
    go(caseWalk(kind, 'SURVEY'), reviewer, days.survey, {
      type: 'terminate',
      because: 'noCooperation',
      reason: '虚构：三次都不配合',
    }),
};

/** A case of the kind walked to the step; throws when the kind has no such step (a notice for 临时救助, say). */
export const caseWalk = (kind: AssistanceKind, step: Step): Walk => ways[step](kind);
export const caseAt = (kind: AssistanceKind, step: Step): CaseState => caseWalk(kind, step).state;

const onlyUrgent: readonly Step[] = ['GRANTED', 'EXPLAINED'];
const onlyOthers: readonly Step[] = ['NOTICE', 'OBJECTION', 'REASSESSMENT', 'ENDED'];
/** The steps a kind has, in order. */
export const stepsOf = (kind: AssistanceKind): Step[] =>
  Step.options.filter((step) => !(kind === 'linshi' ? onlyOthers : onlyUrgent).includes(step));
