import type { AssistanceKind } from '../application/application.ts';
import type { LocalAmounts } from '../rules/local-amounts.ts';
import { ok, type Result } from '../values/result.ts';
import type { Assessed, KindFacts } from './assessment.ts';
import { assessDibaoKind, assessMargin } from './dibao-kind.ts';
import type { DibaoFailure } from './dibao.ts';
import { assessLinshi } from './linshi.ts';
import { assessRigid } from './rigid-expenditure.ts';
import type { SelfCareLevel } from './self-care.ts';
import { assessTekun } from './tekun.ts';

/** One shape for every kind; what a kind does not have is null or empty. */
export interface KindAssessment extends Assessed {
  kind: AssistanceKind;
  amountsId: string;
  /** 特困. */
  selfCare: SelfCareLevel | null;
  /** 临时救助: 分 that may be granted before the explanation. */
  firstGrantFen: number | null;
  /** 单人户保 within a 边缘家庭. */
  singlePersonIds: string[];
}

/**
 * The arithmetic of one kind: conditions with what was found, every printed line, the amount, each with its article. Used by the page, the station, the
 * district and, with verified figures, the town's proposal, so that all reckon alike. Errors: `eligibility.memberCount`, `eligibility.amount`.
 */
export function assessKind(
  kind: AssistanceKind,
  facts: KindFacts,
  amounts: LocalAmounts,
): Result<KindAssessment, DibaoFailure> {
  const assessed = reckon(kind, facts, amounts);
  if (!assessed.ok) return assessed;
  const { outcome, conditions, lines, amount, ...own } = assessed.value;
  return ok({
    ...{ kind, amountsId: amounts.id, outcome, conditions, lines, amount },
    selfCare: own.selfCare ?? null,
    firstGrantFen: own.firstGrantFen ?? null,
    singlePersonIds: own.singlePersonIds ?? [],
  });
}

type AnyAssessed = Assessed & Partial<Pick<KindAssessment, 'selfCare' | 'firstGrantFen' | 'singlePersonIds'>>;

function reckon(
  kind: AssistanceKind,
  facts: KindFacts,
  amounts: LocalAmounts,
): Result<AnyAssessed, DibaoFailure> {
  switch (kind) {
    case 'dibao':
      return assessDibaoKind(facts, amounts);
    case 'dibaoMargin':
      return assessMargin(facts, amounts);
    case 'tekun':
      return assessTekun(facts, amounts);
    case 'rigidExpenditure':
      return assessRigid(facts, amounts);
    case 'linshi':
      return ok(assessLinshi(facts, amounts));
  }
}
