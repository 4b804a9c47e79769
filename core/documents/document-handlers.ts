import { filesOf, nowIso, storeOf } from '../context.ts';
import { ownDraft, saveEvidence, withOwnDraft } from '../drafts/own-draft.ts';
import { done, passOn, refuse, type HandlersOf } from '../handler.ts';
import { checkPage } from './check-page.ts';
import { removeUnreferred } from './file-references.ts';
import { readStored } from './read-stored.ts';
import { dropPage, storePages } from './store-pages.ts';

type Names = 'page.add' | 'page.read' | 'page.remove' | 'page.arrange';

export const documentHandlers: HandlersOf<Names> = {
  async 'page.add'(call, core) {
    const { slot, memberId, mime, source, warnings, replaces } = call.input;
    const checked = checkPage(call.binary, mime);
    if (!checked.ok) return passOn('page.add', checked.failure);
    const page = { slot, memberId, source, warnings, bytes: call.binary, ...checked.value };
    const stored = await storePages(core, call, [page], replaces);
    if (!stored.ok) return stored;
    const [first] = stored.pages;
    return first ? done({ page: first }) : refuse('page.notFound', {});
  },

  async 'page.read'({ input, session }, core) {
    const own = await ownDraft(storeOf(core).read, input.draftId, session);
    if (!own.ok) return own;
    const { pages } = own.draft.evidence;
    const page = pages.find(({ id }) => id === input.pageId);
    if (!page) return refuse('page.notFound', {});
    const bytes = await readStored(filesOf(core), page.digest);
    return bytes ? done({ mime: page.mime }, bytes) : refuse('page.damaged', {});
  },

  async 'page.remove'(call, core) {
    const gone = await withOwnDraft(core, call, async (draft, tx) => {
      const freed = await dropPage(tx, draft, call.input.pageId, nowIso(core.ports));
      return freed ? { ok: true as const, freed } : refuse('page.notFound', {});
    });
    if (!gone.ok) return gone;
    await removeUnreferred(core, gone.freed);
    return done({});
  },

  async 'page.arrange'(call, core) {
    const { slot, memberId, pageIds } = call.input;
    return withOwnDraft(core, call, async (draft, tx) => {
      const place = new Map(pageIds.map((id, order) => [id, order]));
      const { pages } = draft.evidence;
      if (place.size < pageIds.length || pageIds.some((id) => !pages.some((page) => page.id === id))) {
        return refuse('page.notFound', {});
      }
      const there = (page: (typeof pages)[number]) =>
        page.slot === slot && page.memberId === memberId && !place.has(page.id);
      // Pages of the slot that the caller did not name stay, behind those it did.
      const rest = pages.filter(there).sort((a, b) => a.order - b.order);
      rest.forEach((page, index) => place.set(page.id, pageIds.length + index));
      const arranged = pages.map((page) => {
        const order = place.get(page.id);
        return order === undefined ? page : { ...page, slot, memberId, order };
      });
      await saveEvidence(tx, draft, { pages: arranged }, nowIso(core.ports));
      return done({});
    });
  },
};
