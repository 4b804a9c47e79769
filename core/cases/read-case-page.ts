import { PageMime } from '../../domain/application/evidence.ts';
import { referredFiles } from '../../domain/case/referred-files.ts';
import type { EventEnvelope } from '../../domain/log/event-envelope.ts';
import { filesOf, nowIso, storeOf, type CoreContext } from '../context.ts';
import { noRoom } from '../documents/free-space.ts';
import { readStored } from '../documents/read-stored.ts';
import { done, refuse, type Handler, type Refused } from '../handler.ts';
import type { StoreReader } from '../ports/store.ts';
import { syncToken } from '../sync/sync-token.ts';
import { findWholeCase } from './find-case.ts';

/** Opens a page or signature picture of this case, fetched from the district when this station never had it. */
export const readCasePage: Handler<'case.readPage'> = async ({ input, session }, core) => {
  const { caseId, digest } = input;
  const store = storeOf(core);
  const seen = await findWholeCase(store.read, caseId, session, core.ports);
  if (!seen.ok) return seen;
  const mime = mimeOf(seen.folded.events, digest) ?? (await addedMime(store.read, caseId, digest));
  if (!mime) return refuse('page.notFound', {});
  const page = await pageBytes(core, digest);
  if (!page.ok) return page;
  const purpose = await lastPurpose(store.read, caseId, session.account.id);
  const what = `page ${digest.slice(0, 16)}`;
  const record = { at: nowIso(core.ports), accountId: session.account.id, caseId, purpose, what };
  await store.write((tx) => tx.addReadRecord(record));
  return done({ mime }, page.bytes);
};

/** Whatever a step of the case brought along: applications, photos of a visit, papers given out. */
function mimeOf(events: readonly EventEnvelope[], digest: string): PageMime | null {
  const file = referredFiles(events.map(({ data }) => data)).find((one) => one.digest === digest);
  return file ? PageMime.parse(file.mime) : null;
}

/** A page archived for the open supplement notice is not on record yet, but the clerk may look at it. */
async function addedMime(reader: StoreReader, caseId: string, digest: string): Promise<PageMime | null> {
  const rows = await reader.supplementPages(caseId);
  return rows.find(({ page }) => page.digest === digest)?.page.mime ?? null;
}

type PageBytes =
  | { ok: true; bytes: Uint8Array }
  | Refused<'page.damaged' | 'page.notFound' | 'district.unreachable' | 'storage.full'>;

/** A file on record: from this station, or from the district when it never was here. */
export const pageBytes = async (core: CoreContext, digest: string): Promise<PageBytes> =>
  (await filesOf(core).has(digest)) ? local(core, digest) : fromDistrict(core, digest);

async function local(core: CoreContext, digest: string): Promise<PageBytes> {
  const bytes = await readStored(filesOf(core), digest);
  return bytes ? { ok: true, bytes } : refuse('page.damaged', {});
}

async function fromDistrict(core: CoreContext, digest: string): Promise<PageBytes> {
  const files = filesOf(core);
  const access = await syncToken(storeOf(core).read, nowIso(core.ports));
  if (!access) return refuse('district.unreachable', {});
  const full = await noRoom(files);
  if (full) return full;
  const answer = await core.ports.district.download(access.token, digest);
  if (!answer.ok) {
    const gone = answer.failure.code === 'page.notFound';
    return gone ? refuse('page.notFound', {}) : refuse('district.unreachable', {});
  }
  const stored = await files.put(answer.value);
  if (stored.digest === digest) return { ok: true, bytes: answer.value };
  await files.remove(stored.digest);
  return refuse('page.damaged', {});
}

/** Pages are opened from the dossier: the purpose given there holds for them. */
async function lastPurpose(reader: StoreReader, caseId: string, accountId: string): Promise<string> {
  const records = await reader.readRecords(caseId);
  return records.findLast((record) => record.accountId === accountId)?.purpose ?? 'handling';
}
