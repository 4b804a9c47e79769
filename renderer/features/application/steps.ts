import type { TaskName } from '../../../domain/application/kind-tasks.ts';

export interface Step {
  /** Last part of the address: /apply/DRAFT/<path>. */
  path: string;
  title: string;
  /** The task of the domain's review; null for the last step. */
  task: TaskName | null;
}

/** The steps of an application in the order of the paper form. */
export const steps: readonly Step[] = [
  { path: 'identity', title: '身份', task: 'identity' },
  { path: 'members', title: '家庭成员', task: 'members' },
  { path: 'kinship', title: '亲属申报', task: 'kinship' },
  { path: 'income', title: '收入', task: 'income' },
  { path: 'property', title: '财产', task: 'property' },
  { path: 'agent', title: '代办人', task: 'agent' },
  { path: 'materials', title: '材料', task: 'materials' },
  { path: 'signing', title: '授权签字', task: 'authorization' },
  { path: 'certification', title: '人脸/人工核验', task: 'certification' },
  { path: 'review', title: '核对提交', task: null },
];

export const stepAfter = (path: string): Step | undefined =>
  steps[steps.findIndex((step) => step.path === path) + 1];
