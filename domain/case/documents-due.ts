import type { DocumentKind, Process } from '../process/process.ts';
import type { CaseCommand } from './case-commands.ts';
import type { CaseEventType } from './case-events.ts';
import type { CaseState } from './case-state.ts';

/** Which command led to an event of the trail, where it leads to paper. */
const commandOf: Partial<Record<CaseEventType, CaseCommand['type']>> = {
  'application.accepted': 'accept',
  'supplement.issued': 'issueSupplement',
  'application.abandoned': 'abandon',
  'application.withdrawn': 'withdraw',
  'case.terminated': 'terminate',
  'case.extended': 'extend',
  'survey.started': 'startSurvey',
  'survey.notEligible': 'concludeNotEligible',
  'notice.posted': 'postNotice',
  'objection.replied': 'replyObjection',
  'case.confirmed': 'confirm',
  'grant.madeFirst': 'grantFirst',
  'case.refused': 'refuse',
  'case.published': 'publish',
  'visit.recorded': 'recordVisit',
  'hearing.recorded': 'recordHearing',
  'assistance.adjusted': 'adjust',
  'assistance.ended': 'endAssistance',
};

export interface DocumentDue {
  document: DocumentKind;
  /** Number of the step in the trail, from 1. */
  about: number;
}

/** Papers that steps on record lead to and that are not issued yet, oldest first. */
export function documentsDue(state: CaseState, process: Process): DocumentDue[] {
  const all = state.trail.flatMap(({ type }, index): DocumentDue[] => {
    const command = commandOf[type];
    const documents = process.transitions.filter((t) => t.command === command).flatMap((t) => t.documents);
    return [...new Set(documents)].map((document) => ({
      document: document === 'publicNotice' && renewed(state, index) ? 'renewedNotice' : document,
      about: index + 1,
    }));
  });
  return all.filter(
    ({ document, about }) =>
      !state.issued.some(({ issued }) => issued.document === document && issued.about === about),
  );
}

/** A second posting has its own form (重新公示). */
const renewed = ({ trail }: CaseState, index: number): boolean =>
  trail.slice(0, index).some(({ type }) => type === 'notice.posted');
