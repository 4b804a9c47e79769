import { membersOf } from '../../../domain/case/case-state.ts';
import { addMonths } from '../../../domain/visits/visit-rules.ts';
import { proposalAssessment, proposalLines } from './formula.ts';
import { articlesOf, caseLetter, dayOf, eventData, type DataOf, type StepPaper } from './paper.ts';

const per = { monthly: 'month', once: 'once', status: 'none' } as const;

/** Confirmed by the district, or granted first by the town (《社会救助法》第五十条), which has no arithmetic yet. */
export function confirmationNotice(paper: StepPaper): DataOf<'confirmationNotice'> {
  const { then, now, process, step } = paper;
  const { grant } = then;
  if (!grant) throw new Error('confirmed without a grant');
  const adjusted = now.trail.some(({ type }) => type === 'assistance.adjusted');
  const registered = adjusted ? null : (now.grant?.payFrom ?? null);
  return {
    kind: 'confirmationNotice',
    ...caseLetter(paper),
    householdSize: membersOf(then).length,
    confirmedOn: grant.decidedOn,
    amountFen: grant.amountFen,
    per: per[process.grant],
    from: registered ?? firstDay(grant.decidedOn, process.grant),
    formula: step.event.type === 'grant.madeFirst' ? [] : proposalLines(paper),
  };
}

/** Monthly help runs from the month after the decision (民发〔2021〕57号、民发〔2021〕43号), the rest from the day itself. */
const firstDay = (decidedOn: string, grant: keyof typeof per): string =>
  grant === 'monthly' ? `${addMonths(decidedOn, 1).slice(0, 7)}-01` : decidedOn;

export function refusalNotice(paper: StepPaper): DataOf<'refusalNotice'> {
  const { on, reason } = eventData(paper, 'case.refused');
  const notMet = (proposalAssessment(paper)?.conditions ?? []).filter(({ state }) => state === 'notMet');
  const articles = [...articlesOf(paper, 'refuse'), ...notMet.map(({ source }) => source)];
  return {
    kind: 'refusalNotice',
    ...caseLetter(paper),
    submittedOn: dayOf(paper.then, 'submitted'),
    decidedOn: on,
    reasons: [reason, ...notMet.map(({ label, found }) => `${label}：${found}。`)],
    articles: [...new Set(articles)],
    formula: proposalLines(paper),
  };
}
