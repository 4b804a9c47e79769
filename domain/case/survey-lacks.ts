import type { SurveyNeed } from '../process/process.ts';
import { membersOf, type CaseState } from './case-state.ts';

/** What a kind's survey still lacks, in the order of its list. */
export function surveyLacks(state: CaseState, needs: readonly SurveyNeed[]): SurveyNeed[] {
  return needs.filter((need) => !met(state, need));
}

function met(state: CaseState, need: SurveyNeed): boolean {
  switch (need) {
    case 'check':
      return checksAnswered(state);
    case 'homeVisit':
      return state.surveys.some(({ record }) => record.method === 'home');
    case 'selfCare':
      return state.surveys.some(
        ({ record }) => record.method === 'selfCare' && record.personId === state.applicantId,
      );
  }
}

/**
 * Every member who signed was asked about, and every department that was asked about one of them has answered, if only
 * that it cannot. Whoever joined later is asked about as well; about who has left nobody needs to answer any more.
 */
function checksAnswered(state: CaseState): boolean {
  const { checks, signatures } = state;
  const members = membersOf(state).filter(({ id }) => signatures.some(({ memberId }) => memberId === id));
  return (
    members.length > 0 &&
    members.every(({ id }) => {
      const asked = checks.filter(({ request }) => request.authorizations.some((a) => a.personId === id));
      const answered = asked.flatMap(({ answers }) => answers.filter((answer) => answer.personId === id));
      const sources = asked.flatMap(({ request }) => request.sources);
      return sources.length > 0 && sources.every((source) => answered.some((a) => a.source === source));
    })
  );
}
