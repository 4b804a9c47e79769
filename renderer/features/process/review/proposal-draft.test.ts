import { describe, expect, it } from 'vitest';
import type { AssistanceKind } from '../../../../domain/application/application.ts';
import { demoAmounts } from '../../../../domain/rules/shipped.ts';
import { caseWalk, days } from '../../../../domain/testing/process-walk.ts';
import { proposalFor } from '../../../../domain/testing/process-samples.ts';
import {
  amountOf,
  notMetOf,
  proposalLacking,
  proposalOf,
  reckon,
  startProposal,
  type ProposalDraft,
} from './proposal-draft.ts';

const kinds: AssistanceKind[] = ['dibao', 'tekun', 'linshi', 'dibaoMargin', 'rigidExpenditure'];
const grants: Record<AssistanceKind, 'monthly' | 'once' | 'status'> = {
  ...({ dibao: 'monthly', tekun: 'monthly', linshi: 'once' } as const),
  ...({ dibaoMargin: 'status', rigidExpenditure: 'status' } as const),
};
const today = days.proposed;
const filled = (draft: ProposalDraft): ProposalDraft => ({
  ...draft,
  ...{ propertyComplies: true, eligible: true, reason: '虚构：符合条件' },
});

describe('a proposal from the page', () => {
  it.each(kinds)('%s: comes to what the arithmetic gives, as the rules reckon it again', (kind) => {
    const { state } = caseWalk(kind, 'PRELIMINARY');
    const draft = filled(startProposal(state, null));
    const proposal = proposalOf(draft, state, grants[kind], today, demoAmounts);
    const expected = proposalFor(state, today);
    expect([proposal.amountFen, proposal.method]).toEqual([expected.amountFen, expected.method]);
    expect(proposalLacking(draft, reckon(draft, state, today, demoAmounts))).toEqual([]);
  });
  it('leaves property and advice to a person, also when it begins with an earlier proposal', () => {
    const { state } = caseWalk('dibao', 'PRELIMINARY');
    const again = startProposal(state, state.proposals.at(-1)?.proposal ?? null);
    expect(proposalLacking(again, reckon(again, state, today, demoAmounts))).toEqual([
      ...['财产符不符合', '建议', '理由'],
    ]);
  });
  it('follows an income that was found and says which condition it breaks', () => {
    const { state } = caseWalk('dibao', 'SURVEY');
    const draft = filled(startProposal(state, null));
    const memberId = state.applicantId;
    const found = { id: memberId, memberId, kind: 'wage', periodMonths: 1, excluded: null } as const;
    const rich = {
      ...draft,
      verified: {
        ...draft.verified,
        income: { ...draft.verified.income, entries: [{ ...found, amountFen: 9_000_000 }] },
      },
    };
    const assessed = reckon(rich, state, today, demoAmounts);
    expect(notMetOf(assessed)).toHaveLength(1);
    const zero = {
      ...rich,
      verified: {
        ...rich.verified,
        income: { ...rich.verified.income, entries: [{ ...found, amountFen: 0 }] },
      },
    };
    expect(proposalLacking(zero, assessed)).toEqual(['每项收入的金额']);
  });
  it('gives nothing where help is not advised, and says "none" where no income is left', () => {
    const { state } = caseWalk('dibao', 'SURVEY');
    const draft = filled(startProposal(state, null));
    const bare = {
      ...draft,
      eligible: false,
      verified: { ...draft.verified, income: { ...draft.verified.income, none: false, entries: [] } },
    };
    const proposal = proposalOf(bare, state, 'monthly', today, demoAmounts);
    expect([proposal.amountFen, proposal.verified.income.none]).toEqual([0, true]);
    const assessed = reckon(draft, state, today, demoAmounts);
    expect(amountOf(true, 'monthly', assessed)).toBeGreaterThan(0);
    expect(amountOf(true, 'status', assessed)).toBe(0);
  });
});
