import type { DraftSummary, DraftView } from '../../contract/views.ts';
import { maskIdNumber } from '../../domain/privacy/mask.ts';
import type { Ports } from '../ports/ports.ts';
import type { DraftRecord } from '../ports/store.ts';

export function draftView(draft: DraftRecord, ports: Pick<Ports, 'amounts' | 'verifiable'>): DraftView {
  const { id, kind, ruleSetId, townCode, revision, createdAt, updatedAt, sections, evidence } = draft;
  return {
    ...{ id, kind, ruleSetId, townCode, revision, createdAt, updatedAt, sections, evidence },
    amounts: ports.amounts,
    verifiable: [...ports.verifiable],
  };
}

export function draftSummary({ id, kind, sections, updatedAt }: DraftRecord): DraftSummary {
  const { name = '', idNumber = '' } = sections.identity ?? {};
  return { id, kind, applicantName: name, maskedId: maskIdNumber(idNumber), updatedAt };
}
