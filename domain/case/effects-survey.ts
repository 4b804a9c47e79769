import { surveyProblem } from '../survey/check-survey.ts';
import type { IsoDate } from '../values/iso-date.ts';
import { fail, ok, type Failure } from '../values/result.ts';
import { membersOf, type CaseState } from './case-state.ts';
import { refused, step, type EffectsOf } from './effect.ts';
import { archived } from './effects-intake.ts';
import { proposalProblem } from './proposal.ts';

type Names =
  | 'startSurvey'
  | 'requestCheck'
  | 'recordCheckAnswer'
  | 'recordSurvey'
  | 'recordLetterReply'
  | 'concludeNotEligible'
  | 'requestRecheck'
  | 'propose';

/** 调查核实 and 初审: what the town finds out, and what it proposes from it. */
export const surveyEffects: EffectsOf<Names> = {
  startSurvey: ({ move }) => step('survey.started', move, {}),

  /** About the people of the case who signed, by nothing but their own signatures (L §§40–41). */
  requestCheck: ({ state, command, move }) => {
    const { requestId, sources, purpose } = command;
    if (state.checks.some(({ request }) => request.requestId === requestId))
      return fail('check.requestedAlready');
    if (new Set(sources).size < sources.length) return fail('check.sourceTwice');
    const authorizations = authorizationsOf(state);
    if (authorizations.length === 0) return fail('check.notAuthorized');
    const request = { requestId, sources, purpose, authorizations, requestedOn: move.on };
    return step('check.requested', move, { request });
  },

  recordCheckAnswer: ({ state, command, move }) => {
    const { answer } = command;
    const check = state.checks.find(({ request }) => request.requestId === answer.requestId);
    const asked = check?.request.authorizations.some(({ personId }) => personId === answer.personId);
    if (!check || !asked || !check.request.sources.includes(answer.source)) return fail('check.notAsked');
    const given = check.answers.some((a) => a.source === answer.source && a.personId === answer.personId);
    return given ? fail('check.answeredAlready') : step('check.answered', move, { answer });
  },

  recordSurvey: ({ state, command, move, context }) => {
    const { record } = command;
    if (state.surveys.some((survey) => survey.record.surveyId === record.surveyId))
      return fail('survey.recordedAlready');
    if (record.method === 'selfCare' && !membersOf(state).some(({ id }) => id === record.personId))
      return fail('amend.notAMember');
    const problem = surveyProblem(record, context.today) ?? surveyedTooEarly(state, record.on);
    return problem ? refused(problem) : step('survey.recorded', move, { record, district: false });
  },

  recordLetterReply: ({ state, command, move, context }) => {
    const { reply } = command;
    const letter = state.surveys.find(
      ({ record }) => record.surveyId === reply.surveyId && record.method === 'letter',
    );
    if (!letter) return fail('survey.noSuchLetter');
    if (letter.reply) return fail('survey.repliedAlready');
    if (reply.repliedOn < letter.record.on) return fail('survey.replyBeforeLetter');
    if (reply.repliedOn > context.today) return fail('survey.inFuture', { on: reply.repliedOn });
    return step('letter.replied', move, { reply });
  },

  concludeNotEligible: ({ command, move }) => step('survey.notEligible', move, { reason: command.reason }),

  /** With proof, which the town helps to obtain: the help is on record too (annex). */
  requestRecheck: ({ command, move }) => {
    const asked = step('recheck.requested', move, { reason: command.reason, help: command.help });
    return asked.ok ? ok([...archived(command.documents), ...asked.value]) : asked;
  },

  propose: ({ state, command, move, context, process }) => {
    const { proposal } = command;
    if (state.step === 'NOT_ELIGIBLE' && proposal.eligible) return fail('proposal.needsRecheck');
    const problem = proposalProblem(state, proposal, context, process);
    return problem ? refused(problem) : step('review.proposed', move, { proposal });
  },
};

/** What was seen before there was a case to look into proves nothing about it. */
export function surveyedTooEarly({ history }: CaseState, on: IsoDate): Failure | null {
  const accepted = history.findLast(([kind]) => kind === 'accepted')?.[1];
  return accepted !== undefined && on < accepted
    ? fail('survey.beforeAcceptance', { on: accepted }).failure
    : null;
}

/** The latest signature of each member. */
function authorizationsOf(state: CaseState): { personId: string; signatureDigest: string }[] {
  return membersOf(state).flatMap(({ id }) => {
    const signature = state.signatures.findLast(({ memberId }) => memberId === id);
    return signature ? [{ personId: id, signatureDigest: signature.imageDigest }] : [];
  });
}
