import type { DraftView } from '../../../contract/views.ts';
import type { ReviewContext } from '../../../domain/application/completeness.ts';
import { demoAmounts } from '../../../domain/rules/shipped.ts';
import type { IsoDate } from '../../../domain/values/iso-date.ts';

/** Amounts by which the page reckons ahead of the core; the core decides with its own when the draft is submitted. */
export const pageAmounts = demoAmounts;

/** The same terms in which the core judges whether a draft is complete. */
export const reviewContext = (
  draft: Pick<DraftView, 'kind' | 'townCode'>,
  today: IsoDate,
): ReviewContext => ({
  kind: draft.kind,
  townCode: draft.townCode,
  today,
  amounts: pageAmounts,
  verifiable: [],
});
