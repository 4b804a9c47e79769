import type { DraftView } from '../../../contract/views.ts';
import type { ReviewContext } from '../../../domain/application/completeness.ts';
import type { IsoDate } from '../../../domain/values/iso-date.ts';

/** The same terms in which the core judges whether a draft is complete. */
export const reviewContext = (
  draft: Pick<DraftView, 'kind' | 'townCode' | 'amounts' | 'verifiable'>,
  townName: string,
  today: IsoDate,
): ReviewContext => ({
  kind: draft.kind,
  townCode: draft.townCode,
  townName,
  today,
  amounts: draft.amounts,
  verifiable: draft.verifiable,
});
