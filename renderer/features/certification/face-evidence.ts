import type { DraftView } from '../../../contract/views.ts';
import type { Certification, DraftPage } from '../../../domain/application/evidence.ts';
import { FACE_ATTEMPTS } from '../../../domain/face/models.ts';

export type ManualReason = NonNullable<Certification['manualReason']>;

/** Said as a clerk would say it; the order of the list. */
export const manualReasonNames: Record<ManualReason, string> = {
  declined: '本人不用人脸',
  twoFailures: '人脸两次没有对上',
  noPhoto: '没有能用的证件照',
  cannotUse: '身体原因不便拍脸',
  cameraProblem: '摄像头有问题',
  other: '其他原因',
};

/** Reason the screen offers first, from what has happened so far. */
export function likelyReason(
  { consent, faceAttempts }: DraftView['evidence'],
  photo: boolean,
): ManualReason | null {
  if (consent?.decision === 'declined' || consent?.decision === 'withdrawn') return 'declined';
  if (faceAttempts.length >= FACE_ATTEMPTS) return 'twoFailures';
  return photo ? null : 'noPhoto';
}

/** The panel knows granted, declined and not asked; a consent taken back is as good as declined. */
export function panelConsent({
  consent,
}: Pick<DraftView['evidence'], 'consent'>): 'granted' | 'declined' | null {
  if (!consent) return null;
  return consent.decision === 'granted' ? 'granted' : 'declined';
}

export const attemptsLeft = ({ faceAttempts }: Pick<DraftView['evidence'], 'faceAttempts'>): number =>
  Math.max(0, FACE_ATTEMPTS - faceAttempts.length);

/** Pictures of the applicant's ID card among the pages, newest first: one of them may show the face large enough. */
export const idCardPages = (draft: Pick<DraftView, 'evidence'>, personId: string): DraftPage[] =>
  draft.evidence.pages
    .filter((page) => page.slot === 'idCard' && page.memberId === personId && page.mime !== 'application/pdf')
    .sort((a, b) => a.order - b.order);
