import type { ProcessView } from '../../../../contract/views/process.ts';
import type { CheckPurpose } from '../../../../domain/matching/check.ts';
import { Source } from '../../../../domain/matching/sources.ts';
import type { Step } from '../../../../domain/process/steps.ts';

/** Whom to ask first: everybody at the beginning, later those who were not asked or did not answer. */
export function sourcesToAsk(checks: ProcessView['checks']): Source[] {
  const settled = checks.flatMap(({ request, answers }) =>
    request.sources.filter((source) =>
      request.authorizations.every(({ personId }) => {
        const answer = answers.find((one) => one.source === source && one.personId === personId);
        return answer === undefined || answer.outcome === 'found' || answer.outcome === 'nothing';
      }),
    ),
  );
  const open = Source.options.filter((source) => !settled.includes(source));
  return open.length > 0 ? open : [...Source.options];
}

const purposes: Partial<Record<Step, CheckPurpose>> = {
  NOT_ELIGIBLE: 'recheck',
  RECHECK: 'recheck',
  OBJECTION: 'resurvey',
  RESURVEY: 'resurvey',
  REASSESSMENT: 'change',
  PUBLISHED: 'yearlyReview',
  REGISTERED: 'yearlyReview',
};

/** What a check is most likely for at this step. */
export const purposeAt = (step: Step): CheckPurpose => purposes[step] ?? 'application';
