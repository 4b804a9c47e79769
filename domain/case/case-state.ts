import type { Application } from '../application/application.ts';
import type { Certification, Consent, Signature } from '../application/evidence.ts';
import type { CaseDocument } from './case-commands.ts';
import type { CaseEvent, SupplementItem } from './case-events.ts';

/** Steps a case can be in now; later steps of the process join this list with their own events. */
export type CaseStep = 'SUBMITTED' | 'SUPPLEMENT' | 'ACCEPTED' | 'WITHDRAWN' | 'ABANDONED';

/** A case as its events tell it. `history` feeds the clocks: kind and day, oldest first. */
export interface CaseState {
  step: CaseStep;
  caseCode: string;
  townCode: string;
  villageCode: string;
  enteredBy: string;
  appliedBy: 'self' | 'agent' | 'village';
  applicantId: string;
  application: Application | null;
  consent: Consent | null;
  certification: Certification | null;
  signatures: Signature[];
  documents: CaseDocument[];
  supplements: { items: SupplementItem[]; limit: string; issuedOn: string }[];
  history: [kind: string, date: string][];
}

const opened = (data: Extract<CaseEvent, { type: 'case.opened' }>['data']): CaseState => ({
  step: 'SUBMITTED',
  caseCode: data.caseCode,
  townCode: data.townCode,
  villageCode: data.villageCode,
  enteredBy: data.enteredBy,
  appliedBy: data.appliedBy,
  applicantId: data.applicantId,
  application: null,
  consent: null,
  certification: null,
  signatures: [],
  documents: [],
  supplements: [],
  history: [],
});

/** Folds one event into the state. Throws on a history that no decide could have produced. */
export function applyCaseEvent(state: CaseState | null, event: CaseEvent): CaseState {
  if (event.type === 'case.opened') return opened(event.data);
  if (!state) throw new Error(`${event.type} before case.opened`);
  const since = (kind: string, date: string): CaseState['history'] => [...state.history, [kind, date]];
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
      return {
        ...state,
        application: event.data.application,
        history: since('submitted', event.data.submittedOn),
      };
    case 'supplement.issued': {
      const { items, limit, issuedOn } = event.data;
      return {
        ...state,
        step: 'SUPPLEMENT',
        supplements: [...state.supplements, { items, limit, issuedOn }],
        history: since('supplementIssued', issuedOn),
      };
    }
    case 'supplement.provided':
      return { ...state, step: 'SUBMITTED', history: since('supplemented', event.data.submittedOn) };
    case 'application.accepted':
      return { ...state, step: 'ACCEPTED', history: since('accepted', event.data.acceptedOn) };
    case 'application.withdrawn':
      return { ...state, step: 'WITHDRAWN', history: since('withdrawn', event.data.withdrawnOn) };
    case 'application.abandoned':
      return { ...state, step: 'ABANDONED', history: since('abandoned', event.data.abandonedOn) };
  }
}
