import { IsNull } from 'typeorm';
import { z } from 'zod';
import type { DraftRecord, StoreReader, StoreWriter } from '../../core/ports/store.ts';
import { AssistanceKind } from '../../domain/application/application.ts';
import { Evidence } from '../../domain/application/evidence.ts';
import { DraftSections } from '../../domain/application/forms.ts';
import { draftEntity, type DraftTableRow } from '../entities/draft-entity.ts';
import { upsert, type Session } from './session.ts';

const place = (row: string, column: 'sections' | 'evidence') => ({ table: 'drafts', column, row });
const StoredDraft = z.object({ kind: AssistanceKind, sections: DraftSections, evidence: Evidence });

function fromRow({ crypto }: Session, row: DraftTableRow): DraftRecord {
  const { id, ownerId, townCode, ruleSetId, revision, createdAt, updatedAt, caseId } = row;
  const parsed = StoredDraft.parse({
    kind: row.kind,
    sections: crypto.openJson(place(id, 'sections'), row.sections),
    evidence: crypto.openJson(place(id, 'evidence'), row.evidence),
  });
  return { id, ownerId, townCode, ruleSetId, revision, createdAt, updatedAt, caseId, ...parsed };
}

function toRow({ crypto }: Session, draft: DraftRecord): DraftTableRow {
  return {
    ...draft,
    sections: crypto.sealJson(place(draft.id, 'sections'), draft.sections),
    evidence: crypto.sealJson(place(draft.id, 'evidence'), draft.evidence),
  };
}

export const draftReads = (session: Session): Pick<StoreReader, 'draft' | 'openDrafts'> => ({
  async draft(id) {
    const row = await session.manager.findOneBy(draftEntity, { id });
    return row ? fromRow(session, row) : null;
  },
  async openDrafts(ownerId) {
    const where = { ownerId, caseId: IsNull() };
    const rows = await session.manager.find(draftEntity, { where, order: { updatedAt: 'DESC', id: 'DESC' } });
    return rows.map((row) => fromRow(session, row));
  },
});

export const draftWrites = (session: Session): Pick<StoreWriter, 'saveDraft' | 'deleteDraft'> => ({
  async saveDraft(draft) {
    await upsert(session.manager, draftEntity, toRow(session, draft), 'id');
  },
  async deleteDraft(id) {
    await session.manager.delete(draftEntity, { id });
  },
});
