import { peopleOf } from '../../domain/application/forms.ts';
import type { Certification, FaceAttempt, FaceModel } from '../../domain/application/evidence.ts';
import { cosine, decide } from '../../domain/face/cosine.ts';
import { FACE_ATTEMPTS, FACE_MODELS } from '../../domain/face/models.ts';
import { templateFromBytes } from '../../domain/face/template-bytes.ts';
import { nowIso } from '../context.ts';
import { saveEvidence, withOwnDraft } from '../drafts/own-draft.ts';
import { done, refuse, type HandlersOf } from '../handler.ts';
import type { Ports } from '../ports/ports.ts';

const templateBytes = 2048;

export const certificationHandlers: HandlersOf<'certification.verify' | 'certification.manual'> = {
  async 'certification.verify'(call, core) {
    const { personId, model, frames, rejectedFrames } = call.input;
    const threshold = trustedThreshold(core.ports, model);
    if (threshold === null) return refuse('certification.unknownModel', {});
    const photo = templateFromBytes(call.binary.subarray(0, templateBytes));
    const probe = templateFromBytes(call.binary.subarray(templateBytes));
    const score = photo && probe ? cosine(photo, probe) : NaN;
    if (!Number.isFinite(score)) return refuse('certification.badTemplate', {});
    return withOwnDraft(core, call, async (draft, tx) => {
      const { consent, faceAttempts } = draft.evidence;
      if (!peopleOf(draft.sections).some(({ id }) => id === personId)) return unknownPerson;
      if (consent?.decision !== 'granted') return refuse('consent.needed', {});
      if (faceAttempts.length >= FACE_ATTEMPTS) return refuse('certification.twoFailures', {});
      const at = nowIso(core.ports);
      const attempt: FaceAttempt = {
        at,
        score,
        threshold,
        accepted: decide(score, threshold),
        frames,
        rejectedFrames,
        model,
      };
      if (attempt.accepted) {
        const certification: Certification = {
          ...{
            personId,
            method: 'face',
            accepted: true,
            consentId: consent.id,
            attempts: [...faceAttempts, attempt],
          },
          ...{ manualReason: null, note: '', decidedBy: call.session.account.id, at },
        };
        await tx.saveTemplate(personId, consent.id, model.digest, call.binary.slice(templateBytes));
        await saveEvidence(tx, draft, { certification }, at);
      } else {
        // The first failure does not undo a certification on record; it only counts.
        await saveEvidence(tx, draft, { faceAttempts: [...faceAttempts, attempt] }, at);
      }
      const failed = faceAttempts.length + (attempt.accepted ? 0 : 1);
      return done({ attempt, attemptsLeft: FACE_ATTEMPTS - failed });
    });
  },

  async 'certification.manual'(call, core) {
    const { personId, accepted, reason, note } = call.input;
    return withOwnDraft(core, call, async (draft, tx) => {
      if (!peopleOf(draft.sections).some(({ id }) => id === personId)) return unknownPerson;
      const { consent, faceAttempts } = draft.evidence;
      const at = nowIso(core.ports);
      const consentId = consent?.decision === 'granted' ? consent.id : null;
      const certification: Certification = {
        ...{ personId, method: 'manual', accepted, consentId, attempts: faceAttempts },
        ...{ manualReason: reason, note, decidedBy: call.session.account.id, at },
      };
      await saveEvidence(tx, draft, { certification }, at);
      return done({});
    });
  },
};

const unknownPerson = refuse('call.malformed', { issues: ['personId: notAMember'] });

/** The threshold is the station's, by the model's digest; a measured model made ready in another way is another model. */
function trustedThreshold(ports: Ports, model: FaceModel): number | null {
  const measured = FACE_MODELS.find(({ digest }) => digest === model.digest);
  if (measured && measured.preprocessing !== model.preprocessing) return null;
  return ports.faceModels.get(model.digest)?.threshold ?? null;
}
