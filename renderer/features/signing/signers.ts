import type { DraftView } from '../../../contract/views.ts';
import { peopleOf } from '../../../domain/application/forms.ts';
import type { Signature } from '../../../domain/application/evidence.ts';
import { signatureValid } from '../../../domain/application/evidence-rules.ts';
import { mustSign } from '../../../domain/application/kind-tasks.ts';
import { needsGuardian } from '../../../domain/application/facts.ts';
import type { PersonForm } from '../../../domain/application/person.ts';

/** One member: signed or not, and who may sign for them. */
export interface SignerLine {
  readonly member: PersonForm;
  readonly guardian: boolean;
  /** The member, or the grown-ups who may sign as guardian, the chosen one first. */
  readonly candidates: readonly PersonForm[];
  readonly signature: Signature | null;
}

export function signerLines(
  draft: Pick<DraftView, 'kind' | 'sections' | 'evidence'>,
  today: string,
): SignerLine[] {
  const people = peopleOf(draft.sections);
  return mustSign(draft.kind, people).map((member) => {
    const guardian = needsGuardian(member, today);
    const grown = people.filter((other) => other.id !== member.id && !needsGuardian(other, today));
    const chosen = grown.filter((other) => other.id === member.guardianId);
    const candidates = guardian ? [...chosen, ...grown.filter((other) => !chosen.includes(other))] : [member];
    const signature = draft.evidence.signatures.find(
      (s) => s.memberId === member.id && signatureValid(s, people, today),
    );
    return { member, guardian, candidates, signature: signature ?? null };
  });
}
