import type { Certification, Consent } from '../../../domain/application/evidence.ts';
import { momentWords } from '../../words/moment-words.ts';
import { answer, type Answer } from './answer.ts';

const decisions: Record<Consent['decision'], string> = {
  granted: '同意人脸核验',
  declined: '不同意，改由人工核验',
  withdrawn: '已撤回同意',
};
const reasons: Record<NonNullable<Certification['manualReason']>, string> = {
  declined: '居民不同意人脸核验',
  noPhoto: '没有证件照片',
  twoFailures: '人脸两次没有通过',
  cannotUse: '居民不方便用摄像头',
  cameraProblem: '摄像头有问题',
  other: '其他原因',
};

/** How the person was identified, in words; scores and model are shown beside, small. */
export function certificationAnswers(consent: Consent | null, certification: Certification | null): Answer[] {
  const asked = answer(
    '是否同意人脸核验',
    consent && `${decisions[consent.decision]}，${momentWords(consent.at)}`,
  );
  if (!certification) return [asked, answer('本人核验', null)];
  const { method, accepted, manualReason, note, at } = certification;
  return [
    asked,
    answer('核验方式', method === 'face' ? '人脸核验' : '人工核验'),
    answer('结果', `${accepted ? '是本人' : '没有通过'}，${momentWords(at)}`),
    ...(manualReason ? [answer('为什么人工核验', reasons[manualReason])] : []),
    ...(note ? [answer('说明', note)] : []),
  ];
}
