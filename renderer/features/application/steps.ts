import type { AssistanceKind } from '../../../domain/application/application.ts';
import { asks, type TaskName } from '../../../domain/application/kind-tasks.ts';

export interface Step {
  /** Last part of the address: /apply/DRAFT/<path>. */
  path: string;
  title: string;
  /** The task of the domain's review; null for the last step. */
  task: TaskName | null;
}

/** Every step an application may have, in the order of the paper form. */
export const steps: readonly Step[] = [
  { path: 'identity', title: '身份', task: 'identity' },
  { path: 'members', title: '家庭成员', task: 'members' },
  { path: 'emergency', title: '遇到的困难', task: 'emergency' },
  { path: 'kinship', title: '亲属申报', task: 'kinship' },
  { path: 'income', title: '收入', task: 'income' },
  { path: 'property', title: '财产', task: 'property' },
  { path: 'expenses', title: '必需支出', task: 'expenses' },
  { path: 'supporters', title: '赡养抚养人', task: 'supporters' },
  { path: 'self-care', title: '生活自理', task: 'selfCare' },
  { path: 'account', title: '收款账户', task: 'account' },
  { path: 'agent', title: '代办人', task: 'agent' },
  { path: 'materials', title: '材料', task: 'materials' },
  { path: 'signing', title: '授权签字', task: 'authorization' },
  { path: 'certification', title: '人脸/人工核验', task: 'certification' },
  { path: 'review', title: '核对提交', task: null },
];

/** The steps of one kind. */
export const stepsOf = (kind: AssistanceKind): readonly Step[] =>
  steps.filter(({ task }) => task === null || asks(kind, task));

export const stepAfter = (kind: AssistanceKind, path: string): Step | undefined => {
  const own = stepsOf(kind);
  return own[own.findIndex((step) => step.path === path) + 1];
};

/** Alt with this digit opens the step; there are ten digits. */
export const stepDigit = (index: number): number | null => (index < 10 ? (index + 1) % 10 : null);
