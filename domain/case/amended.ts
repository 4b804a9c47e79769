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
      const rest = without(application, state.applicantId);
      const next = rest.members.find(({ id }) => id === amendment.applicantId);
      const others = rest.members.filter(({ id }) => id !== amendment.applicantId);
      const members = next ? [{ ...next, relation: 'self' as const }, ...others] : others;
      return { ...state, applicantId: amendment.applicantId, application: { ...rest, members } };
    }
    case 'agentWithdrew':
      return { ...state, application: { ...application, agent: { ...application.agent, has: false } } };
    case 'villageChanged': {
      const { villageCode } = amendment;
      return { ...state, villageCode, application: { ...application, villageCode } };
    }
  }
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
