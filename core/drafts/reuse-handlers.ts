import { reuseAnswers, type Reused } from '../../domain/application/reuse.ts';
import { newId, nowIso, storeOf, type CoreContext } from '../context.ts';
import { findWholeCase, type SeenCase } from '../cases/find-case.ts';
import { done, refuse, type HandlersOf } from '../handler.ts';
import type { CaseRow, DraftRecord, StoreReader } from '../ports/store.ts';
import type { Session } from '../session/sessions.ts';
import { seeDraft } from './draft-views.ts';
import { ownDraft, withOwnDraft } from './own-draft.ts';

const mostOffered = 5;

export const reuseHandlers: HandlersOf<'draft.earlier' | 'draft.reuse'> = {
  async 'draft.earlier'({ input, session }, core) {
    const { read } = storeOf(core);
    const own = await ownDraft(read, input.draftId, session);
    if (!own.ok) return own;
    const rows = await earlierOf(read, own.draft, session);
    const cases = rows.map(({ id, caseCode, kind, submittedOn }) => ({
      caseId: id,
      caseCode,
      kind,
      submittedOn,
    }));
    return done({ cases });
  },

  async 'draft.reuse'(call, core) {
    const { revision, fromCaseId } = call.input;
    return withOwnDraft(core, call, async (draft, tx) => {
      if (draft.revision !== revision) return refuse('draft.stale', { revision: draft.revision });
      // Only a case of the very person the draft names: nobody else's is looked at (L §70).
      const rows = await earlierOf(tx, draft, call.session);
      if (!rows.some(({ id }) => id === fromCaseId)) return refuse('case.notFound', {});
      const seen = await findWholeCase(tx, fromCaseId, call.session, core.ports);
      if (!seen.ok) return seen;
      const { application } = seen.folded.state;
      if (!application) return refuse('case.notFound', {});
      await tx.addReadRecord({
        at: nowIso(core.ports),
        accountId: call.session.account.id,
        caseId: fromCaseId,
        purpose: 'reuse',
        what: 'application',
      });
      const reused = reuseAnswers(draft.sections, draft.kind, application, () => newId(core.ports));
      const next = withReused(draft, reused, seen, core);
      await tx.saveDraft(next);
      const view = await seeDraft(tx, next, core);
      if (!view.ok) return view;
      return done({ ...view.output, taken: [...reused.taken], kept: [...reused.kept] });
    });
  },
};

/** Cases of the draft's applicant in the clerk's area, latest first; none while there is no number. */
async function earlierOf(reader: StoreReader, draft: DraftRecord, session: Session): Promise<CaseRow[]> {
  const idNumber = draft.sections.identity?.idNumber.trim().toUpperCase() ?? '';
  if (idNumber.length < 4) return [];
  const { areaCode } = session.account;
  const rows = await reader.cases({ areaCode, steps: null, search: idNumber, offset: 0, limit: 50 });
  return rows
    .filter((row) => row.applicantIdNumber === idNumber)
    .toSorted((a, b) => b.submittedOn.localeCompare(a.submittedOn))
    .slice(0, mostOffered);
}

function withReused(
  draft: DraftRecord,
  { sections, taken }: Reused,
  { row }: SeenCase,
  core: CoreContext,
): DraftRecord {
  const { caseCode, submittedOn, id: caseId } = row;
  const earlier = draft.sections.origin.reused;
  const reused = { caseId, caseCode, submittedOn, sections: taken.map(String) };
  return {
    ...draft,
    revision: draft.revision + 1,
    updatedAt: nowIso(core.ports),
    sections: { ...sections, origin: { ...sections.origin, reused: taken.length > 0 ? reused : earlier } },
  };
}
