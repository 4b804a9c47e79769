import type { SurveyNeed } from '../process/process.ts';
import type { CaseState } from './case-state.ts';

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

/** Asked at least once, and every source answered about every person of the latest request, if only that none can. */
function checksAnswered({ checks }: CaseState): boolean {
  const latest = checks.at(-1);
  if (!latest) return false;
  const { sources, authorizations } = latest.request;
  return sources.every((source) =>
    authorizations.every(({ personId }) =>
      latest.answers.some((answer) => answer.source === source && answer.personId === personId),
    ),
  );
}
