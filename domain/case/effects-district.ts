import { amountsOn } from '../rules/amounts-list.ts';
import { surveyProblem } from '../survey/check-survey.ts';
import { fail, ok } from '../values/result.ts';
import { lastProposal } from './case-state.ts';
import { refused, step, type EffectsOf } from './effect.ts';
import { archived } from './effects-intake.ts';
import { surveyedTooEarly } from './effects-survey.ts';

type Names =
  | 'returnToTown'
  | 'recordDistrictVisit'
  | 'confirm'
  | 'refuse'
  | 'register'
  | 'grantFirst'
  | 'explainAfterwards';

/** 审核确认: what the district decides, and what may be granted before it in an emergency. */
export const districtEffects: EffectsOf<Names> = {
  returnToTown: ({ command, move }) => step('case.returned', move, { reason: command.reason }),

  recordDistrictVisit: ({ state, command, move, context }) => {
    const { record } = command;
    if (record.method !== 'home') return fail('survey.homeVisitNeeded');
    if (state.surveys.some((survey) => survey.record.surveyId === record.surveyId))
      return fail('survey.recordedAlready');
    const problem = surveyProblem(record, context.today) ?? surveyedTooEarly(state, record.on);
    return problem ? refused(problem) : step('survey.recorded', move, { record, district: true });
  },

  /** What was proposed and posted, to the 分; anything else goes back to the town. */
  confirm: ({ state, command, move }) => {
    const proposal = lastProposal(state);
    if (!proposal?.eligible) return fail('proposal.notEligible');
    const { amountFen, method, note } = command;
    if (amountFen !== proposal.amountFen || method !== proposal.method)
      return fail('proposal.amountDiffers', { amountFen: proposal.amountFen });
    return step('case.confirmed', move, { amountFen, method, note });
  },

  refuse: ({ command, move }) => step('case.refused', move, { reason: command.reason }),

  register: ({ state, command, move }) => {
    const { payFrom, residence } = command;
    if (payFrom < (state.grant?.decidedOn.slice(0, 7) ?? '')) return fail('register.beforeDecision');
    return step('case.registered', move, { payFrom, residence });
  },

  /** Urgent, small, at once (L §50); the town's head answers for it. */
  grantFirst: ({ state, command, move, context }) => {
    const { amountFen, reason } = command;
    if (state.application?.emergency?.urgent !== true) return fail('grant.notUrgent');
    const cap = amountsOn(context.amounts, context.today)?.linshiFirstGrantFen;
    if (cap === undefined) return fail('amounts.noneInForce', { day: context.today });
    if (amountFen > cap) return fail('grant.aboveCap', { capFen: cap });
    return step('grant.madeFirst', move, { amountFen, reason });
  },

  explainAfterwards: ({ command, move }) => {
    const explained = step('grant.explained', move, { explanation: command.explanation });
    return explained.ok ? ok([...archived(command.documents), ...explained.value]) : explained;
  },
};
