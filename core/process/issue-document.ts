import type { Page } from '../../domain/application/evidence.ts';
import { documentsDue, type DocumentDue } from '../../domain/case/documents-due.ts';
import { permitted } from '../../domain/case/decide-case.ts';
import { documentKinds } from '../../domain/official-documents/document-kinds.ts';
import { fail, ok, type Failure, type Result } from '../../domain/values/result.ts';
import { carryOut } from '../cases/carry-out.ts';
import { findWholeCase, type SeenCase } from '../cases/find-case.ts';
import { filesOf, newId, nowIso, storeOf, today, type CoreContext } from '../context.ts';
import { ensureStored, referToFiles, removeUnreferred } from '../documents/file-references.ts';
import { noRoom } from '../documents/free-space.ts';
import { fileRows } from '../outbox/outbox-rows.ts';
import { actorOf } from '../session/actor.ts';
import type { Session } from '../session/sessions.ts';
import { documentDataOf } from './documents/document-data.ts';
import { gatherStepPaper } from './documents/gather-paper.ts';
import { issuedFor, quotedBy } from './documents/issued-numbers.ts';
import { reserveNumber } from './documents/reserve-number.ts';

export interface Issued {
  number: string;
  digest: string;
  /** Null when the file lies elsewhere: it was issued on another station. */
  bytes: Uint8Array | null;
}

/**
 * Makes the paper a step led to, files it and answers it; one already issued is answered as it is. Nothing of the case changes unless
 * all of it works. Failures: those of finding the case, `document.notDue`, of the rules, `receipt.glyphMissing`, `storage.full`.
 */
export async function issueDocument(
  core: CoreContext,
  session: Session,
  caseId: string,
  due: DocumentDue,
): Promise<Result<Issued>> {
  const seen = await findWholeCase(storeOf(core).read, caseId, session, core.ports);
  if (!seen.ok) return seen;
  const filed = filedAs(seen, due);
  if (filed) return ok(filed);
  const refused = mayIssue(core, session, seen, due);
  if (refused) return { ok: false, failure: refused };
  const gathered = await gatherStepPaper(storeOf(core).read, seen, due, core.ports);
  if (!gathered) return notDue(due);
  const quoted = quotedBy(due.document, gathered.step);
  if (quoted && !issuedFor(seen.folded.state, quoted)) {
    const first = await issueDocument(core, session, caseId, quoted);
    return first.ok ? issueDocument(core, session, caseId, due) : first;
  }
  const { office, today: day } = gathered;
  const number = await reserveNumber(storeOf(core), due.document, office, day, core.ports);
  const data = documentDataOf(due.document, { ...gathered, number });
  if (!data) return notDue(due);
  const rendered = await core.ports.documents.render(data);
  return rendered.ok ? file(core, session, caseId, due, number, rendered.value) : rendered;
}

/** 受理通知书 with the case's code: file names end up where anybody sees them. */
export const documentFileName = (caseCode: string, document: DocumentDue['document']): string =>
  `${caseCode}-${documentKinds[document].title}.pdf`;

const notDue = ({ document }: DocumentDue): Result<never> => fail('document.notDue', { document });

function filedAs({ folded }: SeenCase, due: DocumentDue): Issued | null {
  const found = issuedFor(folded.state, due)?.issued;
  return found ? { number: found.number, digest: found.page.digest, bytes: null } : null;
}

/** Asked before anything is numbered; decided again when it is recorded. */
function mayIssue(core: CoreContext, session: Session, seen: SeenCase, due: DocumentDue): Failure | null {
  const { state, events } = seen.folded;
  const { ports } = core;
  const ruleSet = ports.ruleSets.get(events[0]?.ruleSetId ?? '');
  const process = ruleSet?.processes[state.kind];
  const isDue =
    process && documentsDue(state, process).some((d) => d.document === due.document && d.about === due.about);
  if (!ruleSet || !isDue) return fail('document.notDue', { document: due.document }).failure;
  const context = {
    ...{ actor: actorOf(session), today: today(ports), at: nowIso(ports), ruleSet },
    ...{ calendar: ports.calendar, amounts: [], verifiable: [] },
  };
  const may = permitted(state, 'issueDocument', context);
  return may.ok ? null : may.failure;
}

/** Bytes first, then in one transaction the event, its outbox row and the file's. */
async function file(
  core: CoreContext,
  session: Session,
  caseId: string,
  due: DocumentDue,
  number: string,
  pdf: Uint8Array,
): Promise<Result<Issued>> {
  const files = filesOf(core);
  const full = await noRoom(files);
  if (full) return full;
  const { digest, bytes } = await files.put(pdf);
  const page: Page = {
    ...{ id: newId(core.ports), digest, bytes, mime: 'application/pdf', width: 0, height: 0 },
    ...{ source: 'file', capturedAt: nowIso(core.ports), warnings: [] },
  };
  const carried = await carryOut(
    core,
    session,
    caseId,
    async () => ({ type: 'issueDocument', issued: { ...due, number, page } }),
    async (tx) => {
      await referToFiles(tx, [digest]);
      return fileRows(caseId, [page], nowIso(core.ports), () => newId(core.ports));
    },
  );
  if (carried.ok) {
    await ensureStored(files, digest, pdf);
    return ok({ number, digest, bytes: pdf });
  }
  await removeUnreferred(core, [digest]);
  // Somebody else issued it while this one was being drawn.
  const again = await findWholeCase(storeOf(core).read, caseId, session, core.ports);
  const filed = again.ok ? filedAs(again, due) : null;
  if (filed) return ok(filed);
  return { ok: false, failure: 'rule' in carried ? carried.rule : carried.failure };
}
