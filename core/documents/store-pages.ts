import type { DraftPage } from '../../domain/application/evidence.ts';
import { filesOf, newId, nowIso, storeOf, type CoreContext } from '../context.ts';
import { saveEvidence, type NotOwn, withOwnDraft, ownDraft } from '../drafts/own-draft.ts';
import { refuse, type Refused } from '../handler.ts';
import type { DraftRecord, StoreWriter } from '../ports/store.ts';
import type { Session } from '../session/sessions.ts';
import { ensureStored, referToFiles, releaseFiles, removeUnreferred } from './file-references.ts';
import { noRoom } from './free-space.ts';

export interface NewPage extends Pick<
  DraftPage,
  'slot' | 'memberId' | 'mime' | 'width' | 'height' | 'source' | 'warnings'
> {
  bytes: Uint8Array;
}

type Stored = { ok: true; pages: DraftPage[] } | NotOwn | Refused<'storage.full' | 'page.notFound'>;

/**
 * Archives pages (already inspected) and puts them into the draft: bytes first, then one transaction that refers to them. A
 * page left unreferred by a crash between the two is only space lost, never a reference without bytes.
 */
export async function storePages(
  core: CoreContext,
  call: { session: Session; input: { draftId: string } },
  pages: readonly NewPage[],
  replaces: string | null = null,
): Promise<Stored> {
  const files = filesOf(core);
  const early = await ownDraft(storeOf(core).read, call.input.draftId, call.session);
  if (!early.ok) return early;
  const full = await noRoom(files);
  if (full) return full;
  const stored = await Promise.all(
    pages.map(async (page) => ({ ...page, ...(await files.put(page.bytes)), content: page.bytes })),
  );
  const result = await withOwnDraft(core, call, async (draft, tx) => {
    const old = draft.evidence.pages.find((page) => page.id === replaces);
    if (replaces && !old) return refuse('page.notFound', {});
    const added = stored.map((page, index): DraftPage => {
      const { slot, memberId, mime, width, height, source, warnings, digest, bytes } = page;
      const order = old ? old.order : nextOrder(draft, slot, memberId) + index;
      const id = newId(core.ports);
      return {
        id,
        digest,
        mime,
        bytes,
        width,
        height,
        source,
        capturedAt: nowIso(core.ports),
        warnings,
        slot,
        memberId,
        order,
      };
    });
    const kept = draft.evidence.pages.filter((page) => page !== old);
    await saveEvidence(tx, draft, { pages: [...kept, ...added] }, nowIso(core.ports));
    await referToFiles(
      tx,
      added.map((page) => page.digest),
    );
    return { ok: true as const, pages: added, freed: old ? await releaseFiles(tx, [old.digest]) : [] };
  });
  if (!result.ok) {
    await removeUnreferred(
      core,
      stored.map((page) => page.digest),
    );
    return result;
  }
  for (const { digest, content } of stored) await ensureStored(files, digest, content);
  await removeUnreferred(core, result.freed);
  return { ok: true, pages: result.pages };
}

const nextOrder = (draft: DraftRecord, slot: string, memberId: string | null): number =>
  Math.max(
    -1,
    ...draft.evidence.pages.filter((p) => p.slot === slot && p.memberId === memberId).map((p) => p.order),
  ) + 1;

/** Takes one page out of the draft; answers the digests freed, or null when there is no such page. */
export async function dropPage(
  tx: StoreWriter,
  draft: DraftRecord,
  pageId: string,
  now: string,
): Promise<string[] | null> {
  const page = draft.evidence.pages.find(({ id }) => id === pageId);
  if (!page) return null;
  await saveEvidence(tx, draft, { pages: draft.evidence.pages.filter((other) => other !== page) }, now);
  return releaseFiles(tx, [page.digest]);
}
