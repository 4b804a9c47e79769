import { kindFactsOf } from '../application/kind-facts.ts';
import type { SelfCareForm } from '../application/kind-forms.ts';
import { assessKind, type KindAssessment } from '../eligibility/assess-kind.ts';
import type { DecideContext } from '../log/decision.ts';
import type { Process } from '../process/process.ts';
import { amountsOn } from '../rules/amounts-list.ts';
import type { LocalAmounts } from '../rules/local-amounts.ts';
import { fail, ok, type Failure, type Result } from '../values/result.ts';
import type { CaseState } from './case-state.ts';
import type { GrantMethod, Proposal, Verified } from './process-data.ts';

/** What the arithmetic reads of a case; a page has it from the dossier and the record of the procedure. */
export type Reckoned = Pick<CaseState, 'kind' | 'application' | 'applicantId'> & {
  surveys: readonly Pick<CaseState['surveys'][number], 'record'>[];
};

/** What the verified figures come to, by the same arithmetic that the resident was shown. Used by page and decision. */
export function assessVerified(
  state: Reckoned,
  verified: Verified,
  today: string,
  amounts: LocalAmounts,
): Result<KindAssessment> {
  const { application } = state;
  if (!application) return fail('case.tampered', { version: 1 });
  const { income, propertyComplies, expenses, selfCare, neededFen } = verified;
  const stated = { ...application, income };
  const facts = kindFactsOf(stated, today);
  const { emergency } = facts;
  return assessKind(
    state.kind,
    {
      ...facts,
      propertyComplies,
      expenses: expenses ?? facts.expenses,
      selfCare: assessedSelfCare(state) ?? selfCare ?? facts.selfCare,
      emergency: emergency && { ...emergency, requestedFen: neededFen ?? emergency.requestedFen },
    },
    amounts,
  );
}

/** What two assessors found about the applicant (民发〔2021〕43号): it goes before what was declared or typed. */
export function assessedSelfCare({ surveys, applicantId }: Reckoned): SelfCareForm | undefined {
  const records = surveys.map(({ record }) => record);
  return records
    .filter((record) => record.method === 'selfCare')
    .findLast(({ personId }) => personId === applicantId)?.answers;
}

/** How the amount of a kind comes about (L §18: by difference or by band, as the district has set). */
export function methodOf(kind: CaseState['kind'], { dibaoBands }: LocalAmounts): GrantMethod {
  switch (kind) {
    case 'dibao':
      return dibaoBands ? 'band' : 'difference';
    case 'tekun':
      return 'standard';
    case 'linshi':
      return 'oneOff';
    case 'dibaoMargin':
    case 'rigidExpenditure':
      return 'status';
  }
}

/**
 * What is wrong with a proposal, or null. The amount is reckoned again from the verified figures and the amounts in
 * force on the day; nobody can propose money the arithmetic does not give, nor help where a condition is not met.
 */
export function proposalProblem(
  state: CaseState,
  proposal: Proposal,
  { amounts: all, today }: DecideContext,
  process: Process,
): Failure | null {
  const amounts = amountsOn(all, today);
  if (!amounts) return fail('amounts.noneInForce', { day: today }).failure;
  if (proposal.amountsId !== amounts.id)
    return fail('proposal.otherAmounts', { amountsId: amounts.id }).failure;
  const right = rightAmount(state, proposal, today, amounts, process);
  if (!right.ok) return right.failure;
  const method = methodOf(state.kind, amounts);
  const fits = proposal.amountFen === right.value && proposal.method === method;
  return fits ? null : fail('proposal.amountDiffers', { amountFen: right.value }).failure;
}

function rightAmount(
  state: CaseState,
  { eligible, verified }: Proposal,
  today: string,
  amounts: LocalAmounts,
  { grant }: Process,
): Result<number> {
  if (!eligible) return ok(0);
  const assessed = assessVerified(state, verified, today, amounts);
  if (!assessed.ok) return assessed;
  const notMet = assessed.value.conditions.filter((condition) => condition.state === 'notMet');
  if (notMet.length > 0)
    return fail('proposal.conditionNotMet', { conditions: notMet.map(({ code }) => code) });
  if (grant === 'status') return ok(0);
  const { amount } = assessed.value;
  return amount ? ok(amount.fen) : fail('amounts.noneInForce', { day: today });
}
