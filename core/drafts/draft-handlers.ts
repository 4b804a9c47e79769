import type { DraftSections } from '../../domain/application/forms.ts';
import type { SectionValue } from '../../contract/commands/draft.ts';
import { shanghaiDate } from '../../domain/values/iso-date.ts';
import { newId, nowIso, storeOf, today } from '../context.ts';
import { digestsOf, removeUnreferred, releaseFiles } from '../documents/file-references.ts';
import { done, refuse, type HandlersOf } from '../handler.ts';
import type { DraftRecord } from '../ports/store.ts';
import { termsOn } from '../session/district-terms.ts';
import { draftSummary, firstSections, originNow, seeDraft } from './draft-views.ts';
import { ownDraft, withOwnDraft } from './own-draft.ts';
import { stillValid } from './still-valid.ts';

type Names =
  | 'terms.inForce'
  | 'draft.create'
  | 'draft.list'
  | 'draft.open'
  | 'draft.recheck'
  | 'draft.save'
  | 'draft.discard';

export const draftHandlers: HandlersOf<Names> = {
  async 'terms.inForce'(_, core) {
    const terms = await termsOn(storeOf(core).read, today(core.ports));
    return terms.ok ? done({ amounts: terms.value.amounts }) : terms;
  },

  async 'draft.create'({ input, session }, core) {
    const now = nowIso(core.ports);
    const begun: Omit<DraftRecord, 'sections'> = {
      id: newId(core.ports),
      kind: input.kind,
      ownerId: session.account.id,
      townCode: session.account.areaCode.slice(0, 9),
      ruleSetId: core.ports.currentRuleSetId,
      revision: 0,
      createdAt: now,
      updatedAt: now,
      evidence: { pages: [], signatures: [], consent: null, certification: null, faceAttempts: [] },
      caseId: null,
    };
    return storeOf(core).write(async (tx) => {
      const terms = await termsOn(tx, shanghaiDate(now));
      if (!terms.ok) return terms;
      const draft = { ...begun, sections: firstSections(input.kind, input.sections, terms.value) };
      await tx.saveDraft(draft);
      return seeDraft(tx, draft, core);
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
    return seeDraft(read, own.draft, core);
  },

  async 'draft.recheck'(call, core) {
    return withOwnDraft(core, call, async (draft, tx) => {
      const terms = await termsOn(tx, today(core.ports));
      if (!terms.ok) return terms;
      const { reused } = draft.sections.origin;
      const next: DraftRecord = {
        ...draft,
        ruleSetId: core.ports.currentRuleSetId,
        sections: { ...draft.sections, origin: originNow({ kind: draft.kind, reused }, terms.value) },
      };
      await tx.saveDraft(next);
      return seeDraft(tx, next, core);
    });
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
  const { reused } = draft.sections.origin;
  // What is typed over is no longer as it was taken from the earlier application.
  const still = reused && { ...reused, sections: reused.sections.filter((name) => name !== change.section) };
  const origin = { ...draft.sections.origin, reused: still };
  const sections: DraftSections = { ...draft.sections, [change.section]: change.value, origin };
  const evidence = stillValid(draft.sections, sections, draft.evidence);
  return { ...draft, sections, evidence, revision: draft.revision + 1, updatedAt: now };
}
