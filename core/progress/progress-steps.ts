import type { DueDate, Progress } from '../../contract/views.ts';
import type { CaseState } from '../../domain/case/case-state.ts';
import type { HistoryKind } from '../../domain/clocks/history.ts';
import { maskName } from '../../domain/privacy/mask.ts';
import { clockOf, dueDates, visitDue } from '../cases/case-due.ts';
import type { Ports } from '../ports/ports.ts';
import type { CaseRow } from '../ports/store.ts';

type Step = Progress['steps'][number];
type Name = Step['name'];

/** The way of an application as the resident sees it: what is done, where it is now, what comes and until when. */
export function progressOf(row: CaseRow, state: CaseState, ruleSetId: string, ports: Ports): Progress {
  const asked = state.step === 'SUPPLEMENT' ? state.supplements.at(-1) : undefined;
  const here = current(state, ruleSetId, ports);
  return {
    caseCode: row.caseCode,
    applicantName: maskName(row.applicantName),
    steps: [...passed(state), ...(here ? [here, ...ahead(state, here.name, ruleSetId, ports)] : [])],
    supplement: asked ? { items: asked.items, limit: asked.limit } : null,
  };
}

/** What each entry on record is called to the resident; the rest is the office's own business. */
const told: Partial<Record<HistoryKind, Name>> = {
  submitted: 'submitted',
  supplemented: 'supplement',
  accepted: 'accepted',
  surveyStarted: 'survey',
  notEligible: 'notEligible',
  recheckRequested: 'recheck',
  preliminary: 'preliminary',
  noticePosted: 'notice',
  objected: 'objection',
  extended: 'extended',
  reported: 'reported',
  returned: 'returned',
  confirmed: 'confirmed',
  refused: 'refused',
  grantedFirst: 'granted',
  explained: 'explained',
  published: 'published',
  registered: 'registered',
  withdrawn: 'withdrawn',
  abandoned: 'abandoned',
  terminated: 'terminated',
};

/** Everything that was done, each with its day. */
function passed({ history, step, trail }: CaseState): Step[] {
  const steps = history.flatMap(([kind, on]) => {
    const name = told[kind as HistoryKind];
    return name ? [{ name, state: 'done' as const, on, due: null }] : [];
  });
  const ended = step === 'ENDED' ? trail.findLast(({ type }) => type === 'assistance.ended') : undefined;
  return ended ? [...steps, { name: 'ended', state: 'done', on: ended.on, due: null }] : steps;
}

/** Where it is now, with the day by which it goes on; null when nothing goes on any more. */
function current(state: CaseState, ruleSetId: string, ports: Ports): Step | null {
  const due = dueDates(state, ruleSetId, ports);
  const at = (name: Name, day: DueDate): Step => ({ name, state: 'current', on: null, due: day });
  const notice = ports.ruleSets.get(ruleSetId)?.processes[state.kind]?.notice ?? true;
  switch (state.step) {
    case 'SUBMITTED':
      return at('accepted', due.accept);
    case 'SUPPLEMENT':
      return at('supplement', state.supplements.at(-1)?.limit ?? null);
    case 'ACCEPTED':
      return at('survey', due.survey);
    case 'SURVEY':
    case 'RECHECK':
      return at('preliminary', due.review);
    case 'NOT_ELIGIBLE':
      return at('recheck', due.review);
    case 'PRELIMINARY':
      return notice ? at('notice', null) : at('reported', due.wholeCase);
    case 'NOTICE':
      return at('notice', due.noticeEnds);
    case 'OBJECTION':
    case 'RESURVEY':
      return at('resurvey', due.wholeCase);
    case 'REPORTED':
      return at('confirmation', due.district);
    case 'CONFIRMED':
      return at('publication', clockOf(state, ruleSetId, ports)?.inform ?? null);
    case 'GRANTED':
      return at('explanation', null);
    case 'EXPLAINED':
      return at('publication', null);
    case 'PUBLISHED':
      return at('registration', null);
    case 'REGISTERED': {
      const visit = visitDue(state, ruleSetId, ports);
      return visit ? at('receiving', visit) : null;
    }
    case 'REASSESSMENT':
      return at('reassessment', null);
    case 'ABANDONED':
    case 'REFUSED':
    case 'ENDED':
    case 'WITHDRAWN':
    case 'TERMINATED':
      return null;
  }
}

/** What comes after, in the order of the procedure; a kind without public notice leaves it out. */
const order: readonly Name[] = ['accepted', 'survey', 'preliminary', 'notice', 'confirmation', 'publication'];

function ahead(state: CaseState, here: Name, ruleSetId: string, ports: Ports): Step[] {
  const process = ports.ruleSets.get(ruleSetId)?.processes[state.kind];
  const due = dueDates(state, ruleSetId, ports);
  const from = order.indexOf(standsFor[here] ?? here);
  const next = here === 'supplement' ? order : from < 0 ? [] : order.slice(from + 1);
  return next
    .filter((name) => name !== 'notice' || process?.notice !== false)
    .map((name) => ({ name, state: 'ahead', on: null, due: dueAhead(name, state, due) }));
}

/** Detours stand at the place of the way they lead back to. */
const standsFor: Partial<Record<Name, Name>> = { recheck: 'survey', resurvey: 'survey', reported: 'notice' };

function dueAhead(name: Name, state: CaseState, due: ReturnType<typeof dueDates>): DueDate {
  if (name === 'confirmation') return due.wholeCase;
  return name === 'preliminary' && state.step === 'ACCEPTED' ? due.review : null;
}
