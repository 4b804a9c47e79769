import { visitProblem } from '../visits/visit-rules.ts';
import { fail } from '../values/result.ts';
import { refused, step, type EffectsOf } from './effect.ts';

type Names = 'recordVisit' | 'reportChange' | 'recordHearing' | 'keepUnchanged' | 'adjust' | 'endAssistance';

/** After registration: yearly visits, changes in the household, and nothing reduced or ended unheard (L §48). */
export const afterEffects: EffectsOf<Names> = {
  recordVisit: ({ state, command, move, context }) => {
    const { visit } = command;
    if (state.visits.some((v) => v.visit.visitId === visit.visitId)) return fail('survey.recordedAlready');
    const problem = visitProblem(visit, state.residence ?? 'home', context.today);
    return problem ? refused(problem) : step('visit.recorded', move, { visit });
  },

  reportChange: ({ command, move, context }) => {
    const { change } = command;
    return change.on > context.today
      ? fail('survey.inFuture', { on: change.on })
      : step('household.changed', move, { change });
  },

  /** Heard, or asked for in vain and how: an empty record is none. */
  recordHearing: ({ state, command, move, context }) => {
    const { hearing } = command;
    if (hearing.on > context.today) return fail('survey.inFuture', { on: hearing.on });
    const since = state.changes.at(-1)?.change.on ?? hearing.on;
    if (hearing.on < since) return fail('hearing.beforeChange', { on: since });
    const said = hearing.attended ? hearing.said : hearing.asked;
    return said.trim() ? step('hearing.recorded', move, { hearing }) : fail('hearing.empty');
  },

  keepUnchanged: ({ command, move }) => step('assistance.kept', move, { reason: command.reason }),

  adjust: ({ state, command, move, process }) => {
    const { amountFen, from, reason } = command;
    if (process.grant !== 'monthly') return fail('adjust.noMoney');
    if (amountFen === state.grant?.amountFen) return fail('adjust.sameAmount');
    if (amountFen === 0) return fail('adjust.endInstead');
    return step('assistance.adjusted', move, { amountFen, from, reason });
  },

  endAssistance: ({ command, move }) => {
    const { because, from, reason } = command;
    return step('assistance.ended', move, { because, from, reason });
  },
};
