import { kindFactsOf } from '../../../domain/application/kind-facts.ts';
import { assessVerified } from '../../../domain/case/proposal.ts';
import { lastProposal } from '../../../domain/case/case-state.ts';
import { assessKind, type KindAssessment } from '../../../domain/eligibility/assess-kind.ts';
import type { FormulaLine } from '../../../domain/official-documents/common.ts';
import { dayOf, type Paper } from './paper.ts';

/** The latest proposal reckoned again, by the amounts and on the day it was made; null without one, or with amounts not known here. */
export function proposalAssessment({ then, amounts }: Paper): KindAssessment | null {
  const made = then.proposals.at(-1);
  const proposal = lastProposal(then);
  const terms = amounts.find(({ id }) => id === proposal?.amountsId);
  if (!made || !proposal || !terms) return null;
  const assessed = assessVerified(then, proposal.verified, made.on, terms);
  return assessed.ok ? assessed.value : null;
}

/** How the proposed amount comes about, line by line. */
export const proposalLines = (paper: Paper): FormulaLine[] => linesOf(proposalAssessment(paper));

/** What the household declared, reckoned as on the day it was submitted: to be compared at the door. */
export function declaredLines({ then, amounts }: Paper): FormulaLine[] {
  const { application } = then;
  const terms = amounts.find(({ id }) => id === application?.arithmetic.amountsId);
  if (!application || !terms) return [];
  const assessed = assessKind(then.kind, kindFactsOf(application, dayOf(then, 'submitted')), terms);
  return assessed.ok ? assessed.value.lines.flatMap(lineOf) : [];
}

const linesOf = (assessed: KindAssessment | null): FormulaLine[] =>
  assessed ? [...assessed.lines, ...(assessed.amount?.lines ?? [])].flatMap(lineOf) : [];

/** An amount below zero (more costs than income) is said in words. */
function lineOf({ label, text, amountFen }: KindAssessment['lines'][number]): FormulaLine[] {
  if (amountFen !== undefined && amountFen >= 0) return [{ label, amountFen }];
  return text === '' ? [] : [{ label, text }];
}
