import { createHash } from 'node:crypto';
import type { FaceAttempt } from '../../domain/application/evidence.ts';
import type { DistrictCase, DistrictClient } from '../hosts/district-client.ts';

export interface DossierLine {
  /** The material's place in the dossier: idCard, householdBook … */
  kind: string;
  pages: number;
  /** SHA-256 over the SHA-256 digests (hex) of its pages, written one after the other in their order. */
  digest: string;
}

export interface FaceLine {
  score: number;
  threshold: number;
  accepted: boolean;
  model: string;
}

/** Digests of every file a case refers to: pages and pictures of signatures. */
export const filesOf = ({ state }: DistrictCase): string[] => [
  ...new Set([
    ...state.documents.flatMap(({ pages }) => pages.map(({ digest }) => digest)),
    ...state.signatures.map(({ imageDigest }) => imageDigest),
  ]),
];

export const dossierOf = ({ state }: DistrictCase): DossierLine[] =>
  state.documents.map(({ slot, pages }) => ({
    kind: slot,
    pages: pages.length,
    digest: createHash('sha256')
      .update(pages.map(({ digest }) => digest).join(''))
      .digest('hex'),
  }));

/** The attempt that decided, as the case's record has it. */
export function faceOf({ state }: DistrictCase): FaceLine {
  const attempt: FaceAttempt | undefined = state.certification?.attempts.at(-1);
  if (!attempt) throw new Error('the district has no face attempt on record');
  const { score, threshold, accepted, model } = attempt;
  return { score, threshold, accepted, model: `${model.name} ${model.digest}` };
}

/** The case by its code, with every one of its files; throws when something is not there. */
export async function readBack(
  district: DistrictClient,
  caseCode: string,
): Promise<{ found: DistrictCase; files: number }> {
  const found = (await district.cases()).get(caseCode);
  if (!found) throw new Error('the district does not know the case');
  const wanted = filesOf(found);
  const files = await district.filesHeld(wanted);
  if (files !== wanted.length)
    throw new Error(`the district holds ${String(files)} of ${String(wanted.length)} files`);
  return { found, files };
}
