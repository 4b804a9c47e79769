import type { PreScreenAnswers } from '../eligibility/pre-screen.ts';
import type { AssistanceKind } from './application.ts';
import { DraftSections } from './forms.ts';
import { asks } from './kind-tasks.ts';
import { PersonForm } from './person.ts';

/**
 * What was answered before, as the beginning of a draft of the kind. Only what the kind asks, and only what is known: who the
 * person is comes from the card. The event's kind and day are still asked; the amount stands.
 */
export function preScreenSections(
  kind: AssistanceKind,
  answers: PreScreenAnswers,
  newId: () => string,
): DraftSections {
  const { householdSize, health, disability, monthIncomeFen, expensesYearFen, supporters, emergency } =
    answers;
  const identity = PersonForm.parse({
    ...{ id: newId(), health, disability },
    sources: {
      ...(health === 'healthy' ? {} : { health: 'manual' }),
      ...(disability ? { disability: 'manual' } : {}),
    },
  });
  const own = () => ({ id: newId(), memberId: identity.id });
  return DraftSections.parse({
    identity,
    livesAlone: householdSize === 1,
    ...(asks(kind, 'income') && monthIncomeFen !== null ? { income: incomeOf(monthIncomeFen, own) } : {}),
    ...(asks(kind, 'expenses') && expensesYearFen !== null
      ? { expenses: expensesOf(expensesYearFen, own) }
      : {}),
    ...(asks(kind, 'supporters') && supporters === 'none' ? { supporters: { none: true } } : {}),
    ...(asks(kind, 'emergency') && emergency?.happened
      ? { emergency: { urgent: emergency.urgent, requestedFen: emergency.requestedFen } }
      : {}),
  });
}

type Own = () => { id: string; memberId: string };

/** One sum of the whole household, of no kind known yet. */
const incomeOf = (fen: number, own: Own) =>
  fen === 0 ? { none: true } : { entries: [{ ...own(), kind: 'other', amountFen: fen, periodMonths: 1 }] };

const expensesOf = (fen: number, own: Own) =>
  fen === 0 ? { none: true } : { entries: [{ ...own(), kind: 'other', amountFen: fen }] };
