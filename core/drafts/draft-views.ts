import type { DraftSummary, DraftView } from '../../contract/views.ts';
import { maskIdNumber } from '../../domain/privacy/mask.ts';
import type { DraftRecord } from '../ports/store.ts';

export function draftView(draft: DraftRecord): DraftView {
  const { id, kind, ruleSetId, townCode, revision, createdAt, updatedAt, sections, evidence } = draft;
  return { id, kind, ruleSetId, townCode, revision, createdAt, updatedAt, sections, evidence };
}

export function draftSummary({ id, kind, sections, updatedAt }: DraftRecord): DraftSummary {
  const { name = '', idNumber = '' } = sections.identity ?? {};
  return { id, kind, applicantName: name, maskedId: maskIdNumber(idNumber), updatedAt };
}
