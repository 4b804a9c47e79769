import type { Dossier } from '../../../../contract/views.ts';
import type { ProcessView } from '../../../../contract/views/process.ts';
import type { Application } from '../../../../domain/application/application.ts';
import type { Proposal, Verified } from '../../../../domain/case/process-data.ts';
import {
  assessedSelfCare,
  assessVerified,
  methodOf,
  type Reckoned,
} from '../../../../domain/case/proposal.ts';
import type { KindAssessment } from '../../../../domain/eligibility/assess-kind.ts';
import { selfCareLevel } from '../../../../domain/eligibility/self-care.ts';
import type { LocalAmounts } from '../../../../domain/rules/local-amounts.ts';
import type { Result } from '../../../../domain/values/result.ts';

/** The town's figures while they are entered; `propertyComplies` and `eligible` are answered by nobody but a person. */
export interface ProposalDraft {
  verified: Omit<Verified, 'propertyComplies'>;
  propertyComplies: boolean | null;
  eligible: boolean | null;
  reason: string;
}

/** What the arithmetic needs of the case; the applicant stands first among the members. */
export const reckonedOf = (
  { application }: Pick<Dossier, 'application'>,
  { kind, surveys }: Pick<ProcessView, 'kind' | 'surveys'>,
): Reckoned => ({ kind, application, applicantId: application.members[0]?.id ?? '', surveys });

/** Begins with what was proposed last, else with what was declared. */
export function startProposal(reckoned: Reckoned, last: Proposal | null): ProposalDraft {
  const verified = last ? figuresOf(last.verified) : declared(reckoned.application);
  const assessed = assessedSelfCare(reckoned);
  return {
    verified: assessed ? { ...verified, selfCare: assessed } : verified,
    ...{ propertyComplies: null, eligible: null, reason: '' },
  };
}

/** Everything but the property, which somebody has to answer anew. */
const figuresOf = ({ income, expenses, selfCare, neededFen }: Verified): ProposalDraft['verified'] => ({
  income,
  ...(expenses ? { expenses } : {}),
  ...(selfCare ? { selfCare } : {}),
  ...(neededFen === undefined ? {} : { neededFen }),
});

function declared(application: Application | null): ProposalDraft['verified'] {
  if (!application) throw new Error('a dossier has its application');
  const { income, expenses, selfCare, emergency } = application;
  return {
    income,
    ...(expenses ? { expenses } : {}),
    ...(selfCare ? { selfCare } : {}),
    ...(emergency ? { neededFen: emergency.requestedFen } : {}),
  };
}

/** "No income" is said by the list itself. */
export const verifiedOf = ({ verified, propertyComplies }: ProposalDraft): Verified => ({
  ...verified,
  income: { ...verified.income, none: verified.income.entries.length === 0 },
  ...(verified.expenses
    ? { expenses: { ...verified.expenses, none: verified.expenses.entries.length === 0 } }
    : {}),
  propertyComplies: propertyComplies ?? false,
});

/** The arithmetic as it stands; a property not answered yet counts as not complying only once it is answered. */
export const reckon = (
  draft: ProposalDraft,
  reckoned: Reckoned,
  today: string,
  amounts: LocalAmounts,
): Result<KindAssessment> => assessVerified(reckoned, verifiedOf(draft), today, amounts);

/** Conditions that stand against helping. */
export const notMetOf = (assessed: Result<KindAssessment>): string[] =>
  assessed.ok
    ? assessed.value.conditions.filter(({ state }) => state === 'notMet').map(({ label }) => label)
    : [];

/** 分; what the arithmetic gives and nobody types. */
export const amountOf = (
  eligible: boolean,
  grantType: ProcessView['grantType'],
  assessed: Result<KindAssessment>,
): number => (eligible && grantType !== 'status' && assessed.ok ? (assessed.value.amount?.fen ?? 0) : 0);

/** What is still missing, in words; empty when the rules can be asked. */
export function proposalLacking(draft: ProposalDraft, assessed: Result<KindAssessment>): string[] {
  const { verified, propertyComplies, eligible, reason } = draft;
  const lacks: string[] = [];
  const need = (met: boolean, words: string): void => {
    if (!met) lacks.push(words);
  };
  need(
    verified.income.entries.every(({ amountFen }) => amountFen > 0),
    '每项收入的金额',
  );
  need(verified.expenses?.entries.every(({ amountFen }) => amountFen > 0) ?? true, '每项支出的金额');
  need(verified.selfCare === undefined || selfCareLevel(verified.selfCare) !== null, '生活自理六件事');
  need(propertyComplies !== null, '财产符不符合');
  need(eligible !== null, '建议');
  need(reason.trim().length >= 2, '理由');
  need(assessed.ok, '算得出来的金额');
  return lacks;
}

/** The proposal as it goes to the case. */
export function proposalOf(
  draft: ProposalDraft,
  reckoned: Reckoned,
  grantType: ProcessView['grantType'],
  today: string,
  amounts: LocalAmounts,
): Proposal {
  const eligible = draft.eligible === true;
  return {
    ...{ eligible, verified: verifiedOf(draft), method: methodOf(reckoned.kind, amounts) },
    amountFen: amountOf(eligible, grantType, reckon(draft, reckoned, today, amounts)),
    ...{ amountsId: amounts.id, reason: draft.reason.trim() },
  };
}
