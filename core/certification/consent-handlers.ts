import type { Certification, Consent } from '../../domain/application/evidence.ts';
import { newId, nowIso } from '../context.ts';
import { saveEvidence, withOwnDraft } from '../drafts/own-draft.ts';
import { done, refuse, type HandlersOf } from '../handler.ts';
import type { DraftRecord, StoreWriter } from '../ports/store.ts';

export const consentHandlers: HandlersOf<'consent.record' | 'consent.withdraw'> = {
  async 'consent.record'(call, core) {
    const { decision, text, textVersion } = call.input;
    return withOwnDraft(core, call, async (draft, tx) => {
      const old = draft.evidence.consent;
      // A second tap on the same answer is not another consent: what hangs on the first stays valid.
      if (old && old.decision === decision && old.textVersion === textVersion && old.text === text) {
        return done({ consent: old });
      }
      const now = nowIso(core.ports);
      const consent: Consent = { id: newId(core.ports), decision, text, textVersion, at: now };
      await endFaceProcessing(tx, draft, consent, now);
      return done({ consent });
    });
  },

  async 'consent.withdraw'(call, core) {
    return withOwnDraft(core, call, async (draft, tx) => {
      const { consent } = draft.evidence;
      if (!consent) return refuse('consent.notFound', {});
      const now = nowIso(core.ports);
      await endFaceProcessing(tx, draft, { ...consent, decision: 'withdrawn', at: now }, now);
      return done({});
    });
  },
};

/** Under a new answer nothing made under the old one may stay: templates go, and a certification by face with them. */
async function endFaceProcessing(
  tx: StoreWriter,
  draft: DraftRecord,
  consent: Consent,
  now: string,
): Promise<void> {
  const { certification, consent: old } = draft.evidence;
  if (old) await tx.deleteTemplates(old.id);
  const kept: Certification | null = certification?.method === 'manual' ? certification : null;
  await saveEvidence(tx, draft, { consent, certification: kept }, now);
}
