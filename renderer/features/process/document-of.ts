import type { Page } from '../../../domain/application/evidence.ts';
import type { CaseDocument } from '../../../domain/case/case-commands.ts';

/** Papers of a step as one document of the whole household; none when there are no pages. */
export const documentOf = (documentId: string, slot: string, pages: readonly Page[]): CaseDocument[] =>
  pages.length === 0 ? [] : [{ documentId, slot, memberId: null, pages: [...pages] }];
