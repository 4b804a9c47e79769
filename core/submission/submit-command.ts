import type { Application } from '../../domain/application/application.ts';
import type { DraftPage, Page } from '../../domain/application/evidence.ts';
import type { CaseCommand, CaseDocument } from '../../domain/case/case-commands.ts';
import type { DraftRecord } from '../ports/store.ts';

/** The command that a complete draft amounts to. Face templates are no part of a draft and so of no command. */
export function submitCommand(
  draft: DraftRecord,
  application: Application,
  caseCode: string,
  newId: () => string,
): Extract<CaseCommand, { type: 'submit' }> {
  const { consent, certification, signatures, pages } = draft.evidence;
  if (!consent || !certification) throw new Error('complete draft without consent or certification');
  const documents = documentsOf(pages, newId);
  return {
    type: 'submit',
    caseCode,
    draftId: draft.id,
    application,
    consent,
    certification,
    signatures,
    documents,
  };
}

/** Pages of one slot and member make one document, in their order. */
export function documentsOf(pages: readonly DraftPage[], newId: () => string): CaseDocument[] {
  const groups = Map.groupBy(pages, ({ slot, memberId }) => `${slot} ${memberId ?? ''}`);
  return [...groups.values()].map((group) => {
    const sorted = group.toSorted((a, b) => a.order - b.order);
    const { slot, memberId } = sorted[0] as DraftPage;
    return { documentId: newId(), slot, memberId, pages: sorted.map(plainPage) };
  });
}

function plainPage({
  id,
  digest,
  mime,
  bytes,
  width,
  height,
  source,
  capturedAt,
  warnings,
}: DraftPage): Page {
  return { id, digest, mime, bytes, width, height, source, capturedAt, warnings };
}

/** Every file the case refers to: pages, and the pictures of the signatures. */
export function filesOfDraft({ evidence }: DraftRecord): { digest: string; bytes: number; mime: string }[] {
  return [
    ...evidence.pages.map(({ digest, bytes, mime }) => ({ digest, bytes, mime })),
    ...evidence.signatures.map((s) => ({ digest: s.imageDigest, bytes: s.imageBytes, mime: 'image/png' })),
  ];
}
