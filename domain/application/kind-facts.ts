import { assessKind, type KindAssessment } from '../eligibility/assess-kind.ts';
import type { KindFacts } from '../eligibility/assessment.ts';
import type { LocalAmounts } from '../rules/local-amounts.ts';
import type { IsoDate } from '../values/iso-date.ts';
import type { AssistanceKind, KindResult } from './application.ts';
import { statedIncome } from './facts.ts';
import type { IncomeForm } from './forms.ts';
import type { KindParts } from './kind-forms.ts';
import { asks } from './kind-tasks.ts';
import type { Person, PersonForm } from './person.ts';

/** A draft's answers or an application's, as far as the arithmetic of the kinds looks at them. */
export interface Stated extends KindParts {
  members: readonly Pick<Person | PersonForm, 'id' | 'birth' | 'health' | 'disability'>[];
  income: IncomeForm;
}

/** What the rules of the kind look at, from a draft or an application; property is found by the survey. */
export const kindFactsOf = (stated: Stated, today: IsoDate): KindFacts => ({
  today,
  members: stated.members.map(({ id, birth, health, disability }) => ({ id, birth, health, disability })),
  income: statedIncome(stated.income),
  propertyComplies: null,
  supporters: stated.supporters,
  selfCare: stated.selfCare,
  expenses: stated.expenses,
  emergency: stated.emergency,
});

/** The result of the kind as an application carries it; null when the figures cannot be reckoned with. */
export function kindResultOf(
  kind: AssistanceKind,
  stated: Stated,
  today: IsoDate,
  amounts: LocalAmounts,
): KindResult | null {
  const assessed = assessKind(kind, kindFactsOf(stated, today), amounts);
  return assessed.ok ? recordable(assessed.value) : null;
}

const recordable = ({ conditions, amount, ...found }: KindAssessment): KindResult => ({
  kind: found.kind,
  amountsId: found.amountsId,
  outcome: found.outcome,
  conditions: conditions.map(({ code, state }) => ({ code, state })),
  amount: amount && { per: amount.per, fen: amount.fen },
  selfCare: found.selfCare,
  firstGrantFen: found.firstGrantFen,
  singlePersonIds: found.singlePersonIds,
});

/** The sections an application of this kind carries: what the kind asks, and where they are registered when that was said. */
export function kindPartsOf(kind: AssistanceKind, parts: KindParts): KindParts {
  const { account, supporters, selfCare, expenses, emergency, registeredElsewhere } = parts;
  return {
    ...(account && asks(kind, 'account') ? { account } : {}),
    ...(supporters && asks(kind, 'supporters') ? { supporters } : {}),
    ...(selfCare && asks(kind, 'selfCare') ? { selfCare } : {}),
    ...(expenses && asks(kind, 'expenses') ? { expenses } : {}),
    ...(emergency && asks(kind, 'emergency') ? { emergency } : {}),
    ...(registeredElsewhere?.where ? { registeredElsewhere } : {}),
  };
}
