import { describe, expect, it } from 'vitest';
import type { AssistanceKind } from '../../../domain/application/application.ts';
import type { Signature } from '../../../domain/application/evidence.ts';
import { DraftSections } from '../../../domain/application/forms.ts';
import { PersonForm } from '../../../domain/application/person.ts';
import { signerLines } from './signers.ts';

const id = (n: number) => `01890000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const person = (n: number, birth: string, more: object = {}) =>
  PersonForm.parse({ id: id(n), name: `示例${n}`, birth, ...more });
const signature = (member: number, signer: number): Signature => ({
  ...{ memberId: id(member), signerId: id(signer), role: member === signer ? 'self' : 'guardian' },
  ...{ text: '请签字确认，同意核对', textVersion: '1', strokes: [[{ x: 0, y: 0, t: 0, p: 0 }]] },
  ...{ imageDigest: 'a'.repeat(64), imageBytes: 1, at: '2026-03-10T01:00:00.000Z' },
});
const lines = (signatures: Signature[], more: object = {}, kind: AssistanceKind = 'dibao') =>
  signerLines(
    {
      kind,
      sections: DraftSections.parse({
        identity: person(1, '1960-01-01'),
        members: [person(2, '1985-05-05'), person(3, '2015-05-05', more)],
      }),
      evidence: { pages: [], signatures, consent: null, certification: null, faceAttempts: [] },
    },
    '2026-03-10',
  );

describe('signerLines', () => {
  it('lets grown-ups sign themselves and a child only by one of them', () => {
    expect(lines([]).map((line) => line.candidates.map((p) => p.id))).toEqual([
      [id(1)],
      [id(2)],
      [id(1), id(2)],
    ]);
    expect(lines([]).map((line) => line.guardian)).toEqual([false, false, true]);
  });
  it('asks the applicant alone for 临时救助: nothing of the others is checked', () => {
    expect(lines([], {}, 'linshi').map((line) => line.member.id)).toEqual([id(1)]);
  });
  it('puts the guardian named in the form first', () => {
    expect(lines([], { guardianId: id(2) })[2]?.candidates[0]?.id).toBe(id(2));
  });
  it('counts a signature only when the right person gave it', () => {
    const signed = lines([signature(1, 1), signature(2, 1), signature(3, 2)]);
    expect(signed.map((line) => line.signature !== null)).toEqual([true, false, true]);
  });
});
