import { isIsoDate } from '../../domain/values/iso-date.ts';
import { storeOf } from '../context.ts';
import { checkPage } from '../documents/check-page.ts';
import { storePages } from '../documents/store-pages.ts';
import { ownDraft } from '../drafts/own-draft.ts';
import { done, passOn, refuse, type HandlersOf } from '../handler.ts';

type Names = 'idReader.read' | 'scanner.list' | 'scanner.scan' | 'still.capture';

export const deviceHandlers: HandlersOf<Names> = {
  async 'idReader.read'({ input, session }, core) {
    const own = await ownDraft(storeOf(core).read, input.draftId, session);
    if (!own.ok) return own;
    const read = await core.ports.idReader.read();
    if (!read.ok) return passOn('idReader.read', read.failure);
    const { photo, birth, ...fields } = read.value;
    const output = {
      ...fields,
      birth: birth !== null && isIsoDate(birth) ? birth : null,
      hasPhoto: photo !== null,
    };
    return photo ? done(output, photo) : done(output);
  },

  async 'scanner.list'(_call, core) {
    const list = await core.ports.scanner.list();
    if (!list.ok) return passOn('scanner.list', list.failure);
    return done({ devices: list.value.map(({ id, name }) => ({ id, name })) });
  },

  async 'scanner.scan'(call, core) {
    const own = await ownDraft(storeOf(core).read, call.input.draftId, call.session);
    if (!own.ok) return own;
    const scanned = await core.ports.scanner.scan(call.input.deviceId);
    if (!scanned.ok) return passOn('scanner.scan', scanned.failure);
    const { slot, memberId } = call.input;
    const stored = await storePages(
      core,
      call,
      scanned.value.map((page) => ({ ...page, slot, memberId, source: 'scanner' as const, warnings: [] })),
    );
    if (stored.ok) return done({ pages: stored.pages });
    return stored.failure.code === 'page.notFound'
      ? refuse('scanner.failed', {})
      : { ok: false, failure: stored.failure };
  },

  async 'still.capture'(call, core) {
    const own = await ownDraft(storeOf(core).read, call.input.draftId, call.session);
    if (!own.ok) return own;
    const shot = await core.ports.still.capture();
    if (!shot.ok) return passOn('still.capture', shot.failure);
    const { bytes, mime } = shot.value;
    const checked = checkPage(bytes, mime);
    if (!checked.ok) return refuse('page.notAnImage', {});
    const { slot, memberId } = call.input;
    const page = { ...checked.value, bytes, slot, memberId, source: 'still' as const, warnings: [] };
    const stored = await storePages(core, call, [page]);
    const first = stored.ok ? stored.pages[0] : undefined;
    if (first) return done({ page: first });
    if (stored.ok || stored.failure.code === 'page.notFound') return refuse('page.notAnImage', {});
    return { ok: false, failure: stored.failure };
  },
};
