import type { Person } from '../application/person.ts';
import type { CaseState } from './case-state.ts';
import type { Amendment } from './process-data.ts';

/** The household as the amendment leaves it; what was declared for those who left stays on record in earlier events. */
export function amended(state: CaseState, amendment: Amendment): CaseState {
  const { application } = state;
  if (!application) return state;
  switch (amendment.change) {
    case 'memberAdded':
      return {
        ...state,
        application: { ...application, members: [...application.members, amendment.member] },
        signatures: [...state.signatures, amendment.signature],
      };
    case 'memberLeft':
      return { ...state, application: without(application, amendment.memberId) };
    case 'applicantReplaced': {
      const { applicantId, because, signature } = amendment;
      // Who only cannot go on stays one of the household.
      const rest = because === 'other' ? application : without(application, state.applicantId);
      const next = rest.members.find(({ id }) => id === applicantId);
      if (!next) return state;
      const others = rest.members
        .filter(({ id }) => id !== applicantId)
        .map((one) =>
          one.id === state.applicantId ? { ...one, relation: seenFrom(next.relation, one) } : one,
        );
      const members = [{ ...next, relation: 'self' as const }, ...others];
      const signatures = signature ? [...state.signatures, signature] : state.signatures;
      return { ...state, applicantId, signatures, application: { ...rest, members } };
    }
    case 'agentWithdrew':
      return { ...state, application: { ...application, agent: { ...application.agent, has: false } } };
    case 'villageChanged': {
      const { villageCode } = amendment;
      return { ...state, villageCode, application: { ...application, villageCode } };
    }
  }
}

/** What the former applicant is to the new one. */
export function seenFrom(relation: Person['relation'], { sex }: Person): Person['relation'] {
  const inverse: Partial<Record<Person['relation'], Person['relation']>> = {
    ...{ son: 'parent', daughter: 'parent', grandchild: 'grandparent', grandparent: 'grandchild' },
    parent: sex === 'female' ? 'daughter' : 'son',
  };
  return inverse[relation] ?? relation;
}

type Application = NonNullable<CaseState['application']>;

const without = (application: Application, personId: string): Application => ({
  ...application,
  members: application.members.filter(({ id }) => id !== personId),
  income: {
    ...application.income,
    entries: application.income.entries.filter(({ memberId }) => memberId !== personId),
  },
});
