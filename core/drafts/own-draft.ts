import { storeOf, type CoreContext } from '../context.ts';
import { refuse, type Refused } from '../handler.ts';
import type { DraftRecord, StoreReader, StoreWriter } from '../ports/store.ts';
import type { Session } from '../session/sessions.ts';

export type NotOwn = Refused<'draft.notFound' | 'draft.notYours' | 'draft.submitted'>;

/** The open draft, if it is this clerk's: nobody works on another's, and a submitted one is closed. */
export async function ownDraft(
  reader: StoreReader,
  draftId: string,
  session: Session,
): Promise<{ ok: true; draft: DraftRecord } | NotOwn> {
  const draft = await reader.draft(draftId);
  if (!draft) return refuse('draft.notFound', {});
  if (draft.ownerId !== session.account.id) return refuse('draft.notYours', {});
  return draft.caseId ? refuse('draft.submitted', {}) : { ok: true, draft };
}

/** One transaction on the clerk's own draft, read inside it, so that two windows cannot overwrite each other. */
export async function withOwnDraft<R>(
  core: CoreContext,
  call: { session: Session; input: { draftId: string } },
  work: (draft: DraftRecord, tx: StoreWriter) => Promise<R>,
): Promise<R | NotOwn> {
  return storeOf(core).write(async (tx) => {
    const own = await ownDraft(tx, call.input.draftId, call.session);
    return own.ok ? work(own.draft, tx) : own;
  });
}

/** Saves changed evidence. The revision stays: it guards what is typed, and a scan must not make typing stale. */
export async function saveEvidence(
  tx: StoreWriter,
  draft: DraftRecord,
  change: Partial<DraftRecord['evidence']>,
  now: string,
): Promise<void> {
  await tx.saveDraft({ ...draft, evidence: { ...draft.evidence, ...change }, updatedAt: now });
}
