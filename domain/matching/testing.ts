import { testDigest, testId } from '../testing/sample-application.ts';
import type { CheckAnswer, CheckReason } from './check.ts';
import type { Declared } from './compare-declared.ts';
import type { CheckFact, HouseholdFact, IncomeFact, PropertyFact } from './facts.ts';
import type { Source } from './sources.ts';

export const me = testId(1);
export const other = testId(2);
const common = { label: '示例', text: null, asOf: '2025-12-31' };

export const income = (
  kind: IncomeFact['kind'],
  amountFen: number,
  periodMonths: 1 | 12 = 1,
): IncomeFact => ({
  ...{ topic: 'income', kind, amountFen, periodMonths },
  ...common,
});
export const property = (kind: PropertyFact['kind'], amountFen: number | null): PropertyFact => ({
  ...{ topic: 'property', kind, amountFen },
  ...common,
});
export const household = (count: number): HouseholdFact => ({
  ...{ topic: 'household', kind: 'size', count },
  ...common,
});
export const status = (fact: object): CheckFact => ({ topic: 'status', ...common, ...fact }) as CheckFact;

/** What a source found about a person; no facts: it answered, and has nothing. */
export const found = (
  source: Source,
  facts: CheckFact[] = [],
  personId = me,
  at = '2026-01-05T00:00:00.000Z',
): CheckAnswer => ({
  ...{ requestId: testId(7), source, personId, outcome: facts.length > 0 ? 'found' : 'nothing' },
  ...{ reason: null, facts, provenance: { system: source, answerId: 'a', at } },
  ...{ validUntil: '2026-04-05', rawDigest: testDigest(1) },
});
export const silent = (
  source: Source,
  reason: CheckReason = 'timeout',
  personId = me,
  at = '2026-01-05T00:00:00.000Z',
): CheckAnswer => ({
  ...{ requestId: testId(7), source, personId, outcome: 'noAnswer', reason, facts: [] },
  ...{ provenance: { system: 'district', answerId: 'q', at }, validUntil: null, rawDigest: null },
});

type Member = Declared['members'][number];
export const member = (given: Partial<Member> = {}): Member => ({
  ...{ id: me, marriage: null, disability: null, work: null },
  ...given,
});
export interface Stated {
  members?: Member[];
  income?: [IncomeFact['kind'], number, (1 | 12)?, string?][];
  none?: boolean;
  property?: [PropertyFact['kind'], number[], string?][];
}
/** A household that stated just this. */
export const stated = ({
  members = [member()],
  income = [],
  none = false,
  property = [],
}: Stated = {}): Declared => ({
  members,
  income: {
    ...{ farmHousehold: false, none, employmentCostFen: 0, rigidDeductionFen: 0 },
    entries: income.map(([kind, amountFen, periodMonths = 1, memberId = me], i) => ({
      ...{ id: testId(50 + i), memberId, kind, amountFen, periodMonths, excluded: null },
    })),
  },
  property: Object.fromEntries(
    property.map(([kind, values, memberId = me]) => [
      kind,
      {
        has: values.length > 0,
        items: values.map((valueFen, i) => ({ id: testId(70 + i), memberId, description: '示例', valueFen })),
      },
    ]),
  ),
});
