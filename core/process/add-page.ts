import type { DraftPage, Page } from '../../domain/application/evidence.ts';
import { filesOf, newId, nowIso, storeOf } from '../context.ts';
import { findWholeCase } from '../cases/find-case.ts';
import { processSlot } from '../cases/notice-pages.ts';
import { checkPage } from '../documents/check-page.ts';
import { ensureStored, referToFiles, removeUnreferred } from '../documents/file-references.ts';
import { noRoom } from '../documents/free-space.ts';
import { done, passOn, type Handler } from '../handler.ts';

/** Bytes first, then the row that refers to them: a page left over by a crash is space lost, never a reference without bytes. */
export const addPage: Handler<'case.addPage'> = async ({ input, session, binary }, core) => {
  const { caseId, mime, source } = input;
  const files = filesOf(core);
  const checked = checkPage(binary, mime);
  if (!checked.ok) return passOn('case.addPage', checked.failure);
  const full = await noRoom(files);
  if (full) return full;
  const { digest, bytes } = await files.put(binary);
  const added = await storeOf(core).write(async (tx) => {
    const seen = await findWholeCase(tx, caseId, session, core.ports);
    if (!seen.ok) return seen;
    const page: Page = {
      ...{ id: newId(core.ports), digest, bytes, ...checked.value },
      ...{ source, capturedAt: nowIso(core.ports), warnings: [] },
    };
    const row: DraftPage = { ...page, slot: processSlot, memberId: null, order: 0 };
    await tx.addSupplementPage({ caseId, page: row });
    await referToFiles(tx, [digest]);
    return done({ page });
  });
  if (added.ok) await ensureStored(files, digest, binary);
  else await removeUnreferred(core, [digest]);
  return added;
};
