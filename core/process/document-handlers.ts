import { refuse, type HandlersOf } from '../handler.ts';

type Names = 'case.issueDocument' | 'case.blankForm' | 'case.printDocument';

/** Being written: nothing is issued before the data of each kind are filled from the record. */
export const documentIssueHandlers: HandlersOf<Names> = {
  'case.issueDocument': async ({ input }) => refuse('document.notDue', { document: input.document }),
  'case.blankForm': async () => refuse('case.notFound', {}),
  'case.printDocument': async () => refuse('page.notFound', {}),
};
