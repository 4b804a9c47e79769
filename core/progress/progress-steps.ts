import type { DueDate, Progress } from '../../contract/views.ts';
import type { CaseState } from '../../domain/case/case-state.ts';
import { maskName } from '../../domain/privacy/mask.ts';
import { dueDates } from '../cases/case-due.ts';
import type { Ports } from '../ports/ports.ts';
import type { CaseRow } from '../ports/store.ts';

type Step = Progress['steps'][number];

/** The way of an application as the resident sees it: what is done, where it is now, what comes and until when. */
export function progressOf(row: CaseRow, state: CaseState, ruleSetId: string, ports: Ports): Progress {
  const notice = state.step === 'SUPPLEMENT' ? state.supplements.at(-1) : undefined;
  return {
    caseCode: row.caseCode,
    applicantName: maskName(row.applicantName),
    steps: [...passed(state), ...current(state, dueDates(state, ruleSetId, ports))],
    supplement: notice ? { items: notice.items, limit: notice.limit } : null,
  };
}

/** Done once on a day; the history may hold it again after a supplement, the first day counts as submitted. */
function passed(state: CaseState): Step[] {
  const on = (kind: string) => state.history.find(([name]) => name === kind)?.[1] ?? null;
  const steps: Step[] = [done('submitted', on('submitted'))];
  if (state.supplements.length > 0 && state.step !== 'SUPPLEMENT')
    steps.push(done('supplement', on('supplemented')));
  if (on('accepted')) steps.push(done('accepted', on('accepted')));
  return steps;
}

function current(state: CaseState, due: ReturnType<typeof dueDates>): Step[] {
  const later = [ahead('notice', null), ahead('confirmation', due.wholeCase), ahead('publication', null)];
  switch (state.step) {
    case 'WITHDRAWN':
      return [done('withdrawn', state.history.at(-1)?.[1] ?? null)];
    case 'ABANDONED':
      return [done('abandoned', state.history.at(-1)?.[1] ?? null)];
    case 'SUPPLEMENT':
      return [
        now('supplement', state.supplements.at(-1)?.limit ?? null),
        ahead('accepted', null),
        ...unstarted,
        ...later,
      ];
    case 'SUBMITTED':
      return [now('accepted', due.accept), ...unstarted, ...later];
    case 'ACCEPTED':
      return [now('survey', due.survey), ahead('preliminary', due.review), ...later];
    default:
      return later;
  }
}

const done = (name: Step['name'], on: string | null): Step => ({ name, state: 'done', on, due: null });
const now = (name: Step['name'], due: DueDate): Step => ({ name, state: 'current', on: null, due });
const ahead = (name: Step['name'], due: DueDate): Step => ({ name, state: 'ahead', on: null, due });
const unstarted: Step[] = [ahead('survey', null), ahead('preliminary', null)];
