import type { InputOf } from '../../../contract/commands.ts';
import type { Step } from '../../../domain/process/steps.ts';

type BlankForm = InputOf<'case.blankForm'>['document'];

const surveying: readonly Step[] = ['ACCEPTED', 'SURVEY', 'RECHECK', 'OBJECTION', 'RESURVEY', 'REASSESSMENT'];

/** Forms to be filled in by hand that somebody may want in this step. */
export function blankForms(step: Step): readonly BlankForm[] {
  const survey: BlankForm[] = surveying.includes(step)
    ? ['surveyHomeForm', 'surveyNeighbourForm', 'surveyLetter']
    : [];
  const visit: BlankForm[] = step === 'REGISTERED' || step === 'REASSESSMENT' ? ['visitRecord'] : [];
  const hearing: BlankForm[] = step === 'REASSESSMENT' ? ['hearingRecord'] : [];
  return [...survey, ...visit, ...hearing];
}
