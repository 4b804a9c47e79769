import { referredFiles } from '../../domain/case/referred-files.ts';
import { fail, type Failure } from '../../domain/values/result.ts';
import { newId, nowIso } from '../context.ts';
import { done, passOn, type Handler } from '../handler.ts';
import { fileRows } from '../outbox/outbox-rows.ts';
import type { StoreReader } from '../ports/store.ts';
import { carryOut } from '../cases/carry-out.ts';
import { issueAfterStep } from './issue-after-step.ts';

/** Any step of the procedure: decided, recorded, its pages on their way, in one transaction. */
export const act: Handler<'case.act'> = async ({ input, session }, core) => {
  const { caseId, command } = input;
  const files = referredFiles(command);
  const carried = await carryOut(
    core,
    session,
    caseId,
    async (_seen, tx) => (await strangeFile(tx, caseId, files)) ?? command,
    async (tx) => {
      const used = new Set(files.map(({ digest }) => digest));
      const pages = (await tx.supplementPages(caseId)).filter(({ page }) => used.has(page.digest));
      await tx.clearSupplementPages(
        caseId,
        pages.map(({ page }) => page.id),
      );
      return fileRows(caseId, files, nowIso(core.ports), () => newId(core.ports));
    },
  );
  if (carried.ok) {
    await issueAfterStep(core, session, caseId);
    return done({ summary: carried.summary });
  }
  return 'rule' in carried ? passOn('case.act', carried.rule) : carried;
};

/** Only pages archived for this case may be referred to: a digest alone must not drag in a stranger's file. */
async function strangeFile(
  reader: StoreReader,
  caseId: string,
  files: readonly { digest: string }[],
): Promise<Failure | null> {
  if (files.length === 0) return null;
  const rows = await reader.supplementPages(caseId);
  const added = new Set(rows.map(({ page }) => page.digest));
  return files.every(({ digest }) => added.has(digest)) ? null : fail('page.notFound').failure;
}
