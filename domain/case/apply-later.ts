import { levelOf } from '../process/steps.ts';
import { amended } from './amended.ts';
import type { CaseEvent } from './case-events.ts';
import { evidenceCount, type CaseState } from './case-state.ts';

type Later = Extract<CaseEvent, { data: { step: unknown } }>;
/** Whether the event names the step itself, as all but those of the submission and acceptance do. */
export const isLater = (event: CaseEvent): event is Later => 'step' in event.data;

/** Everything but the step, which the event itself names. */
export function applyLater(state: CaseState, event: Later): CaseState {
  const { on, by } = event.data;
  const dated = { on, by };
  switch (event.type) {
    case 'application.pickedUp':
      return { ...state, pickedUp: true };
    case 'case.terminated':
    case 'assistance.ended':
      return { ...state, ending: reasonOf(event) };
    case 'case.refused':
      return { ...state, ending: { because: null, reason: event.data.reason } };
    case 'case.extended':
      return { ...state, extension: { ...dated, ...reasonOf(event) } };
    case 'household.amended':
      return { ...amended(state, event.data.amendment), ...cameBack(state, event) };
    case 'case.claimed':
    case 'case.takenOver':
      return { ...state, claim: claimOf(state, event, by) };
    case 'case.handedOver':
      return { ...state, claim: claimOf(state, event, event.data.to) };
    case 'case.released':
      return { ...state, claim: null };
    case 'duplicate.noted': {
      const noted = { duplicate: event.data.duplicate, resolution: null, reason: '', ...dated };
      return { ...state, duplicates: [...state.duplicates, noted] };
    }
    case 'duplicate.resolved':
      return resolved(state, event.data);
    case 'document.issued':
      return { ...state, issued: [...state.issued, { issued: event.data.issued, ...dated }] };
    case 'check.requested':
      return { ...state, checks: [...state.checks, { request: event.data.request, answers: [], ...dated }] };
    case 'check.answered': {
      const { answer } = event.data;
      const checks = state.checks.map((check) =>
        check.request.requestId === answer.requestId
          ? { ...check, answers: [...check.answers, answer] }
          : check,
      );
      return { ...state, checks };
    }
    case 'survey.recorded': {
      const { record, district } = event.data;
      return { ...state, surveys: [...state.surveys, { record, district, reply: null, ...dated }] };
    }
    case 'letter.replied': {
      const { reply } = event.data;
      const surveys = state.surveys.map((survey) =>
        survey.record.surveyId === reply.surveyId ? { ...survey, reply } : survey,
      );
      return { ...state, surveys };
    }
    case 'review.proposed':
      return { ...state, proposals: [...state.proposals, { proposal: event.data.proposal, ...dated }] };
    case 'notice.posted': {
      const { places, renewed } = event.data;
      return { ...state, notices: [...state.notices, { postedOn: on, places, renewed, takenDownOn: null }] };
    }
    case 'notice.takenDown':
      return {
        ...state,
        notices: state.notices.map((notice, i, all) =>
          i === all.length - 1 ? { ...notice, takenDownOn: on } : notice,
        ),
      };
    case 'objection.registered': {
      const entry = { objection: event.data.objection, notice: state.notices.length, reply: null, ...dated };
      return { ...state, objections: [...state.objections, entry], ...cameBack(state, event) };
    }
    case 'objection.replied': {
      const { reply } = event.data;
      const objections = state.objections.map((entry) =>
        entry.objection.objectionId === reply.objectionId ? { ...entry, reply } : entry,
      );
      return { ...state, objections };
    }
    case 'meeting.held':
      return { ...state, meetings: [...state.meetings, { meeting: event.data.meeting, ...dated }] };
    case 'case.returned':
      return { ...state, ...cameBack(state, event) };
    case 'case.confirmed':
    case 'grant.madeFirst': {
      const method = event.type === 'case.confirmed' ? event.data.method : 'oneOff';
      return { ...state, grant: { amountFen: event.data.amountFen, method, decidedOn: on, payFrom: null } };
    }
    case 'case.registered': {
      const { payFrom, residence } = event.data;
      return { ...state, residence, grant: state.grant && { ...state.grant, payFrom } };
    }
    case 'visit.recorded':
      return { ...state, visits: [...state.visits, { visit: event.data.visit, ...dated }] };
    case 'household.changed':
      return { ...state, changes: [...state.changes, { change: event.data.change, hearings: [], ...dated }] };
    case 'hearing.recorded': {
      const { hearing } = event.data;
      const changes = state.changes.map((entry, i, all) =>
        i === all.length - 1 ? { ...entry, hearings: [...entry.hearings, hearing] } : entry,
      );
      return { ...state, changes };
    }
    case 'assistance.adjusted': {
      const { amountFen, from } = event.data;
      const grant = state.grant && { ...state.grant, amountFen, payFrom: from, decidedOn: on };
      return { ...state, grant };
    }
    case 'supplement.reminded':
    case 'survey.started':
    case 'survey.notEligible':
    case 'recheck.requested':
    case 'resurvey.started':
    case 'case.reported':
    case 'case.published':
    case 'grant.explained':
    case 'assistance.kept':
      return state;
  }
}

const reasonOf = <B>({ data: { because, reason } }: { data: { because: B; reason: string } }) => ({
  because,
  reason,
});

type Claiming = Extract<Later, { type: 'case.claimed' | 'case.takenOver' | 'case.handedOver' }>;
const claimOf = (state: CaseState, { data }: Claiming, by: string): CaseState['claim'] => ({
  by,
  since: data.on,
  level: data.level ?? levelOf(state.step),
});

/** The first objection, a return or a change sends a case back: only what is found out from now on counts as new. */
function cameBack(state: CaseState, event: Later): Pick<CaseState, 'evidenceBefore'> {
  const moved = event.data.step !== state.step;
  return { evidenceBefore: moved ? evidenceCount(state) : state.evidenceBefore };
}

function resolved(
  state: CaseState,
  { personId, otherCaseId, resolution, reason }: Extract<Later, { type: 'duplicate.resolved' }>['data'],
): CaseState {
  const duplicates = state.duplicates.map((entry) =>
    entry.duplicate.personId === personId && entry.duplicate.otherCaseId === otherCaseId
      ? { ...entry, resolution, reason }
      : entry,
  );
  return { ...state, duplicates };
}
