import { DraftSections } from '../../domain/application/forms.ts';
import type { SectionValue } from '../../contract/commands/draft.ts';
import { shanghaiDate } from '../../domain/values/iso-date.ts';
import { newId, nowIso, storeOf, today } from '../context.ts';
import { digestsOf, removeUnreferred, releaseFiles } from '../documents/file-references.ts';
import { done, refuse, type HandlersOf } from '../handler.ts';
import type { DraftRecord } from '../ports/store.ts';
import { termsOn } from '../session/district-terms.ts';
import { draftSummary, draftView } from './draft-views.ts';
import { ownDraft, withOwnDraft } from './own-draft.ts';
import { stillValid } from './still-valid.ts';

type Names = 'draft.create' | 'draft.list' | 'draft.open' | 'draft.save' | 'draft.discard';

export const draftHandlers: HandlersOf<Names> = {
  async 'draft.create'({ input, session }, core) {
    const now = nowIso(core.ports);
    const draft: DraftRecord = {
      id: newId(core.ports),
      kind: input.kind,
      ownerId: session.account.id,
      townCode: session.account.areaCode.slice(0, 9),
      ruleSetId: core.ports.currentRuleSetId,
      revision: 0,
      createdAt: now,
      updatedAt: now,
      sections: DraftSections.parse({}),
      evidence: { pages: [], signatures: [], consent: null, certification: null, faceAttempts: [] },
      caseId: null,
    };
    return storeOf(core).write(async (tx) => {
      const terms = await termsOn(tx, shanghaiDate(now));
      if (!terms.ok) return terms;
      await tx.saveDraft(draft);
      return done({ draft: draftView(draft, terms.value) });
    });
  },

  async 'draft.list'({ session }, core) {
    const drafts = await storeOf(core).read.openDrafts(session.account.id);
    return done({ drafts: drafts.map(draftSummary) });
  },

  async 'draft.open'({ input, session }, core) {
    const { read } = storeOf(core);
    const own = await ownDraft(read, input.draftId, session);
    if (!own.ok) return own;
    const terms = await termsOn(read, today(core.ports));
    return terms.ok ? done({ draft: draftView(own.draft, terms.value) }) : terms;
  },

  async 'draft.save'(call, core) {
    const { revision, change } = call.input;
    const saved = await withOwnDraft(core, call, async (draft, tx) => {
      if (draft.revision !== revision) return refuse('draft.stale', { revision: draft.revision });
      const next = withSection(draft, change, nowIso(core.ports));
      await tx.saveDraft(next);
      const kept = new Set(digestsOf(next));
      const freed = await releaseFiles(
        tx,
        digestsOf(draft).filter((digest) => !kept.has(digest)),
      );
      return { ok: true as const, freed, output: { revision: next.revision, updatedAt: next.updatedAt } };
    });
    if (!saved.ok) return saved;
    await removeUnreferred(core, saved.freed);
    return done(saved.output);
  },

  async 'draft.discard'(call, core) {
    const gone = await withOwnDraft(core, call, async (draft, tx) => {
      if (draft.evidence.consent) await tx.deleteTemplates(draft.evidence.consent.id);
      await tx.deleteDraft(draft.id);
      return { ok: true as const, freed: await releaseFiles(tx, digestsOf(draft)) };
    });
    if (!gone.ok) return gone;
    await removeUnreferred(core, gone.freed);
    return done({});
  },
};

function withSection(draft: DraftRecord, change: SectionValue, now: string): DraftRecord {
  const sections: DraftSections = { ...draft.sections, [change.section]: change.value };
  const evidence = stillValid(draft.sections, sections, draft.evidence);
  return { ...draft, sections, evidence, revision: draft.revision + 1, updatedAt: now };
}
