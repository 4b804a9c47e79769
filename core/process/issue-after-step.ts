import { documentsDue } from '../../domain/case/documents-due.ts';
import { findWholeCase } from '../cases/find-case.ts';
import { storeOf, type CoreContext } from '../context.ts';
import type { Session } from '../session/sessions.ts';
import { issueDocument } from './issue-document.ts';

/**
 * The papers that the step just done led to, issued in the same call. Whatever goes wrong never undoes the step: a paper that could
 * not be made, or is not this person's to make, stays due and is seen in the dossier.
 */
export async function issueAfterStep(core: CoreContext, session: Session, caseId: string): Promise<void> {
  const { ports } = core;
  try {
    const seen = await findWholeCase(storeOf(core).read, caseId, session, ports);
    if (!seen.ok) return;
    const { state, events } = seen.folded;
    const process = ports.ruleSets.get(events[0]?.ruleSetId ?? '')?.processes[state.kind];
    if (!process) return;
    const fresh = documentsDue(state, process).filter(({ about }) => about === state.trail.length);
    for (const due of fresh) {
      const issued = await issueDocument(core, session, caseId, due);
      if (!issued.ok)
        ports.log.info('document.stillDue', { caseId, document: due.document, code: issued.failure.code });
    }
  } catch (error) {
    ports.log.error('document.notIssued', { caseId }, error);
  }
}
