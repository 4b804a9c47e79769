import { pageBytes } from '../cases/read-case-page.ts';
import { findWholeCase } from '../cases/find-case.ts';
import { nowIso, storeOf } from '../context.ts';
import { done, passOn, refuse, type HandlersOf } from '../handler.ts';
import { blankDataOf } from './documents/document-data.ts';
import { gatherBlankPaper } from './documents/gather-paper.ts';
import { documentFileName, issueDocument } from './issue-document.ts';

type Names = 'case.issueDocument' | 'case.blankForm' | 'case.printDocument';

export const documentIssueHandlers: HandlersOf<Names> = {
  async 'case.issueDocument'({ input, session }, core) {
    const { caseId, document, about } = input;
    const issued = await issueDocument(core, session, caseId, { document, about });
    if (!issued.ok) return passOn('case.issueDocument', issued.failure);
    const { number, digest } = issued.value;
    const seen = await findWholeCase(storeOf(core).read, caseId, session, core.ports);
    if (!seen.ok) return seen;
    const fileName = documentFileName(seen.row.caseCode, document);
    const { bytes } = issued.value;
    if (bytes) return done({ number, digest, fileName }, bytes);
    const kept = await pageBytes(core, digest);
    if (!kept.ok) return passOn('case.issueDocument', kept.failure);
    return done({ number, digest, fileName }, kept.bytes);
  },

  async 'case.blankForm'({ input, session }, core) {
    const { caseId, document } = input;
    const { read } = storeOf(core);
    const seen = await findWholeCase(read, caseId, session, core.ports);
    if (!seen.ok) return seen;
    const paper = await gatherBlankPaper(read, seen, core.ports);
    if (!paper) return refuse('case.notFound', {});
    const rendered = await core.ports.documents.render(blankDataOf(document, paper));
    if (!rendered.ok) return passOn('case.blankForm', rendered.failure);
    return done({ fileName: documentFileName(seen.row.caseCode, document) }, rendered.value);
  },

  /** Only papers that were issued for this case, and every print is a look at the household's data (L §70). */
  async 'case.printDocument'({ input, session }, core) {
    const { caseId, digest } = input;
    const store = storeOf(core);
    const seen = await findWholeCase(store.read, caseId, session, core.ports);
    if (!seen.ok) return seen;
    const entry = seen.folded.state.issued.find(({ issued }) => issued.page.digest === digest);
    if (!entry) return refuse('page.notFound', {});
    const kept = await pageBytes(core, digest);
    if (!kept.ok) return passOn('case.printDocument', kept.failure);
    const what = `print ${digest.slice(0, 16)}`;
    const at = nowIso(core.ports);
    const record = { at, accountId: session.account.id, caseId, purpose: 'handling', what };
    await store.write((tx) => tx.addReadRecord(record));
    const title = documentFileName(seen.row.caseCode, entry.issued.document);
    const printed = await core.ports.printer.print(kept.bytes, title);
    return printed.ok ? done({ printer: printed.value }) : passOn('case.printDocument', printed.failure);
  },
};
