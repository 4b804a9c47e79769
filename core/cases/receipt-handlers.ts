import { storeOf, type CoreContext } from '../context.ts';
import { done, passOn, type HandlersOf } from '../handler.ts';
import type { Session } from '../session/sessions.ts';
import { findWholeCase } from './find-case.ts';
import { receiptData } from './receipt-data.ts';

export const receiptHandlers: HandlersOf<'case.receipt' | 'case.printReceipt'> = {
  async 'case.receipt'({ input, session }, core) {
    const made = await render(core, input.caseId, session);
    if (!made.ok) return made;
    if (!made.pdf.ok) return passOn('case.receipt', made.pdf.failure);
    // The code, not the name: file names end up in lists that anybody at the counter sees.
    return done({ fileName: `${made.data.caseCode}.pdf`, acceptBy: made.data.acceptBy }, made.pdf.value);
  },

  async 'case.printReceipt'({ input, session }, core) {
    const made = await render(core, input.caseId, session);
    if (!made.ok) return made;
    if (!made.pdf.ok) return passOn('case.printReceipt', made.pdf.failure);
    const printed = await core.ports.printer.print(made.pdf.value, made.data.caseCode);
    return printed.ok ? done({ printer: printed.value }) : passOn('case.printReceipt', printed.failure);
  },
};

async function render(core: CoreContext, caseId: string, session: Session) {
  const seen = await findWholeCase(storeOf(core).read, caseId, session, core.ports);
  if (!seen.ok) return seen;
  const data = receiptData(seen, session, core.ports);
  return { ok: true as const, data, pdf: await core.ports.receipts.render(data) };
}
