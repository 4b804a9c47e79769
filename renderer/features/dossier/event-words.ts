import type { CaseEventType } from '../../../domain/case/case-events.ts';

const words: Record<CaseEventType, string> = {
  'case.opened': '建立档案',
  'consent.recorded': '记下是否同意人脸核验',
  'certification.recorded': '核验本人',
  'document.archived': '存入材料',
  'authorization.signed': '签授权书',
  'application.submitted': '提交申请',
  'supplement.issued': '发出补正通知',
  'supplement.provided': '补交材料，重新提交',
  'application.accepted': '受理',
  'application.withdrawn': '撤回申请',
  'application.abandoned': '逾期未补，视为放弃',
};

/** A type of a later version is shown as it is. */
export const eventWords = (type: string): string => (words as Record<string, string>)[type] ?? type;
