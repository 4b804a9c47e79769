import { cosine, decide } from './cosine.ts';
import { knownModel, type FaceModelInfo } from './models.ts';
import { templateFromBytes } from './template-bytes.ts';

export interface FaceComparison {
  readonly score: number;
  readonly threshold: number;
  readonly accepted: boolean;
}

export type FaceComparisonFailure = 'faceModel.unknown' | 'faceTemplate.invalid';

/**
 * Compares two templates (2,048 bytes each) made by one model. The threshold is looked up by the model's
 * digest, never taken from the claim. What cannot be compared is a failure code, never an acceptance.
 */
export function compareTemplates(
  enrolment: Uint8Array,
  probe: Uint8Array,
  claim: Omit<FaceModelInfo, 'threshold'>,
): FaceComparison | FaceComparisonFailure {
  const model = knownModel(claim);
  if (!model) return 'faceModel.unknown';
  const a = templateFromBytes(enrolment);
  const b = templateFromBytes(probe);
  if (!a || !b) return 'faceTemplate.invalid';
  const score = cosine(a, b);
  if (!Number.isFinite(score)) return 'faceTemplate.invalid';
  return { score, threshold: model.threshold, accepted: decide(score, model.threshold) };
}
