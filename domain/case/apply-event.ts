import { districtSteps } from '../process/steps.ts';
import { applyLater, isLater } from './apply-later.ts';
import type { CaseEvent, CaseEventType, EventOf } from './case-events.ts';
import type { CaseState } from './case-state.ts';
import { historyKindOf } from './case-history.ts';

const opened = (data: EventOf<'case.opened'>['data']): CaseState => ({
  step: 'SUBMITTED',
  kind: data.kind,
  caseCode: data.caseCode,
  townCode: data.townCode,
  villageCode: data.villageCode,
  enteredBy: data.enteredBy,
  appliedBy: data.appliedBy,
  appliedVia: data.appliedVia ?? 'window',
  pickedUp: false,
  applicantId: data.applicantId,
  application: null,
  consent: null,
  certification: null,
  signatures: [],
  documents: [],
  supplements: [],
  history: [],
  lastOn: '',
  trail: [],
  claim: null,
  checks: [],
  surveys: [],
  proposals: [],
  notices: [],
  objections: [],
  meetings: [],
  extension: null,
  duplicates: [],
  issued: [],
  evidenceBefore: 0,
  grant: null,
  residence: null,
  visits: [],
  changes: [],
  ending: null,
});

/** Folds one event into the state. Throws on a history that no decide could have produced. */
export function applyCaseEvent(state: CaseState | null, event: CaseEvent): CaseState {
  if (event.type === 'case.opened') return opened(event.data);
  if (!state) throw new Error(`${event.type} before case.opened`);
  const applied = applyOne(state, event);
  if (!isStep(event)) return applied;
  const { on, by } = dayOf(event);
  const kind = historyKindOf(event, state);
  const crossed = districtSteps.includes(applied.step) !== districtSteps.includes(state.step);
  return {
    ...applied,
    // Whoever had it at the town does not have it at the district.
    claim: crossed ? null : applied.claim,
    lastOn: on,
    history: kind ? [...state.history, [kind, on]] : state.history,
    trail: inTrail(event.type) ? [...state.trail, { type: event.type, on, by }] : state.trail,
  };
}

/** Parts of a submission: they come with the step that follows them. */
const parts: readonly CaseEventType[] = [
  'consent.recorded',
  'certification.recorded',
  'authorization.signed',
  'document.archived',
];
const isStep = (event: CaseEvent): boolean => !parts.includes(event.type);

/** Desk work and documents given out are no steps of the procedure. */
const desk: readonly CaseEventType[] = [
  'case.claimed',
  'case.released',
  'case.takenOver',
  'case.handedOver',
  'document.issued',
];
/** Whether an event counts in the trail that documents refer to. */
export const inTrail = (type: CaseEventType): boolean => !desk.includes(type);

function dayOf(event: CaseEvent): { on: string; by: string | null } {
  if (isLater(event)) return { on: event.data.on, by: event.data.by };
  switch (event.type) {
    case 'application.submitted':
    case 'supplement.provided':
      return { on: event.data.submittedOn, by: null };
    case 'supplement.issued':
      return { on: event.data.issuedOn, by: null };
    case 'application.accepted':
      return { on: event.data.acceptedOn, by: null };
    case 'application.withdrawn':
      return { on: event.data.withdrawnOn, by: null };
    case 'application.abandoned':
      return { on: event.data.abandonedOn, by: null };
    case 'case.opened':
    case 'consent.recorded':
    case 'certification.recorded':
    case 'authorization.signed':
    case 'document.archived':
      return { on: '', by: null };
  }
}

function applyOne(state: CaseState, event: Exclude<CaseEvent, { type: 'case.opened' }>): CaseState {
  if (isLater(event)) return { ...applyLater(state, event), step: event.data.step };
  switch (event.type) {
    case 'consent.recorded':
      return { ...state, consent: event.data };
    case 'certification.recorded':
      return { ...state, certification: event.data };
    case 'authorization.signed':
      return { ...state, signatures: [...state.signatures, event.data] };
    case 'document.archived':
      return { ...state, documents: [...state.documents, event.data] };
    case 'application.submitted':
      return { ...state, application: event.data.application };
    case 'supplement.issued': {
      const { items, limit, issuedOn } = event.data;
      const supplements = [...state.supplements, { items, limit, issuedOn }];
      return { ...state, step: 'SUPPLEMENT', supplements };
    }
    case 'supplement.provided':
      return { ...state, step: 'SUBMITTED' };
    case 'application.accepted':
      return { ...state, step: 'ACCEPTED' };
    case 'application.withdrawn': {
      const { reason } = event.data;
      return { ...state, step: 'WITHDRAWN', ending: { because: null, reason } };
    }
    case 'application.abandoned':
      return { ...state, step: 'ABANDONED' };
  }
}
