import type { DraftSummary, DraftView } from '../../contract/views.ts';
import { maskIdNumber } from '../../domain/privacy/mask.ts';
import type { DraftRecord } from '../ports/store.ts';
import type { TermsInForce } from '../session/district-terms.ts';

export function draftView(draft: DraftRecord, terms: TermsInForce): DraftView {
  const { id, kind, ruleSetId, townCode, revision, createdAt, updatedAt, sections, evidence } = draft;
  return {
    ...{ id, kind, ruleSetId, townCode, revision, createdAt, updatedAt, sections, evidence },
    ...terms,
  };
}

export function draftSummary({ id, kind, sections, updatedAt }: DraftRecord): DraftSummary {
  const { name = '', idNumber = '' } = sections.identity ?? {};
  return { id, kind, applicantName: name, maskedId: maskIdNumber(idNumber), updatedAt };
}
