import { peopleOf, type DraftSections } from '../../domain/application/forms.ts';
import type { Signature, Strokes } from '../../domain/application/evidence.ts';
import { signatureValid } from '../../domain/application/evidence-rules.ts';
import { filesOf, nowIso, storeOf, today } from '../context.ts';
import { checkPage } from '../documents/check-page.ts';
import { ensureStored, referToFiles, releaseFiles, removeUnreferred } from '../documents/file-references.ts';
import { noRoom } from '../documents/free-space.ts';
import { ownDraft, saveEvidence, withOwnDraft } from '../drafts/own-draft.ts';
import { done, refuse, type HandlersOf, type Refused } from '../handler.ts';

export const authorizationHandlers: HandlersOf<'authorization.sign' | 'authorization.clear'> = {
  async 'authorization.sign'(call, core) {
    const { draftId, memberId, signerId, text, textVersion, strokes } = call.input;
    const files = filesOf(core);
    const own = await ownDraft(storeOf(core).read, draftId, call.session);
    if (!own.ok) return own;
    if (isEmpty(strokes)) return refuse('signature.empty', {});
    const checked = checkPage(call.binary, 'image/png');
    if (!checked.ok) return refuse('page.notAnImage', {});
    const full = await noRoom(files);
    if (full) return full;
    const { digest, bytes } = await files.put(call.binary);
    const signed = await withOwnDraft(core, call, async (draft, tx) => {
      const role = memberId === signerId ? ('self' as const) : ('guardian' as const);
      const now = nowIso(core.ports);
      const signature: Signature = {
        ...{ memberId, signerId, role, text, textVersion, strokes },
        ...{ imageDigest: digest, imageBytes: bytes, at: now },
      };
      const refused = mayNotSign(signature, draft.sections, today(core.ports));
      if (refused) return refused;
      const { signatures } = draft.evidence;
      const earlier = signatures.filter((other) => other.memberId === memberId);
      const others = signatures.filter((other) => other.memberId !== memberId);
      await saveEvidence(tx, draft, { signatures: [...others, signature] }, now);
      await referToFiles(tx, [digest]);
      return {
        ok: true as const,
        freed: await releaseFiles(
          tx,
          earlier.map((other) => other.imageDigest),
        ),
      };
    });
    if (!signed.ok) {
      await removeUnreferred(core, [digest]);
      return signed;
    }
    await ensureStored(files, digest, call.binary);
    await removeUnreferred(core, signed.freed);
    return done({});
  },

  async 'authorization.clear'(call, core) {
    const { memberId } = call.input;
    const cleared = await withOwnDraft(core, call, async (draft, tx) => {
      if (!peopleOf(draft.sections).some(({ id }) => id === memberId))
        return refuse('signature.notAMember', {});
      const { signatures } = draft.evidence;
      const gone = signatures.filter((signature) => signature.memberId === memberId);
      const rest = signatures.filter((signature) => signature.memberId !== memberId);
      await saveEvidence(tx, draft, { signatures: rest }, nowIso(core.ports));
      return {
        ok: true as const,
        freed: await releaseFiles(
          tx,
          gone.map((signature) => signature.imageDigest),
        ),
      };
    });
    if (!cleared.ok) return cleared;
    await removeUnreferred(core, cleared.freed);
    return done({});
  },
};

/** A tap or a dot is no signature: at least a few points, and some way between them (share of the pad). */
function isEmpty(strokes: Strokes): boolean {
  const points = strokes.flat();
  const spread = (values: number[]) => Math.max(...values) - Math.min(...values);
  return points.length < 5 || spread(points.map((p) => p.x)) + spread(points.map((p) => p.y)) < 0.02;
}

/** Everybody signs for themselves; for those without capacity a grown-up of the household does (民法典 §§19–23). */
function mayNotSign(
  signature: Signature,
  sections: DraftSections,
  day: string,
): Refused<'signature.notAMember' | 'signature.guardianNeeded'> | null {
  const people = peopleOf(sections);
  const known = (id: string) => people.some((person) => person.id === id);
  if (!known(signature.memberId) || !known(signature.signerId)) return refuse('signature.notAMember', {});
  if (signatureValid(signature, people, day)) return null;
  const forSelf = signatureValid({ ...signature, signerId: signature.memberId, role: 'self' }, people, day);
  return forSelf ? refuse('signature.notAMember', {}) : refuse('signature.guardianNeeded', {});
}
