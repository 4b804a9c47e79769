import type { DraftPage } from '../../domain/application/evidence.ts';
import { fail } from '../../domain/values/result.ts';
import { filesOf, newId, nowIso, storeOf } from '../context.ts';
import { checkPage } from '../documents/check-page.ts';
import { ensureStored, referToFiles, removeUnreferred } from '../documents/file-references.ts';
import { noRoom } from '../documents/free-space.ts';
import { done, passOn, refuse, type HandlersOf } from '../handler.ts';
import { fileRows } from '../outbox/outbox-rows.ts';
import { documentsOf } from '../submission/submit-command.ts';
import { carryOut } from './carry-out.ts';
import { findWholeCase } from './find-case.ts';
import { noticePages } from './notice-pages.ts';

export const supplementHandlers: HandlersOf<'case.addSupplementPage' | 'case.provideSupplement'> = {
  async 'case.addSupplementPage'({ input, session, binary }, core) {
    const { caseId, slot, memberId, source, mime } = input;
    const files = filesOf(core);
    const checked = checkPage(binary, mime);
    if (!checked.ok) return passOn('case.addSupplementPage', checked.failure);
    const full = await noRoom(files);
    if (full) return full;
    const { digest, bytes } = await files.put(binary);
    const added = await storeOf(core).write(async (tx) => {
      const seen = await findWholeCase(tx, caseId, session, core.ports);
      if (!seen.ok) return seen;
      const { step } = seen.folded.state;
      if (step !== 'SUPPLEMENT') return refuse('case.wrongStep', { step });
      const order = (await noticePages(tx, caseId)).length;
      const where = { slot, memberId, order, source, capturedAt: nowIso(core.ports), warnings: [] };
      const page: DraftPage = { id: newId(core.ports), digest, bytes, ...checked.value, ...where };
      await tx.addSupplementPage({ caseId, page });
      await referToFiles(tx, [digest]);
      return done({ pageId: page.id });
    });
    if (added.ok) await ensureStored(files, digest, binary);
    else await removeUnreferred(core, [digest]);
    return added;
  },

  async 'case.provideSupplement'({ input, session }, core) {
    const { caseId } = input;
    const carried = await carryOut(
      core,
      session,
      caseId,
      async ({ folded }, tx) => {
        const documents = documentsOf(await noticePages(tx, caseId), () => newId(core.ports));
        if (documents.length > 0) return { type: 'provideSupplement', documents };
        // A command without any document cannot be written down; the rule for a notice unmet answers instead.
        const asked = folded.state.supplements.at(-1)?.items ?? [];
        if (folded.state.step !== 'SUPPLEMENT')
          return fail('case.wrongStep', { step: folded.state.step }).failure;
        return fail('supplement.itemsMissing', { slots: asked.map((item) => item.slot) }).failure;
      },
      async (tx) => {
        const pages = await noticePages(tx, caseId);
        await tx.clearSupplementPages(
          caseId,
          pages.map(({ id }) => id),
        );
        return fileRows(caseId, pages, nowIso(core.ports), () => newId(core.ports));
      },
    );
    if (carried.ok) return done({ summary: carried.summary });
    return 'rule' in carried ? passOn('case.provideSupplement', carried.rule) : carried;
  },
};
