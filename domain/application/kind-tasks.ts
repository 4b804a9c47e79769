import type { AssistanceKind } from './application.ts';

/** Every task an application may have, in the order of the paper form. */
export const taskNames = [
  'identity',
  'members',
  'emergency',
  'kinship',
  'income',
  'property',
  'expenses',
  'supporters',
  'selfCare',
  'account',
  'agent',
  'materials',
  'authorization',
  'certification',
] as const;
export type TaskName = (typeof taskNames)[number];

const common = ['identity', 'members', 'kinship', 'agent', 'materials', 'authorization', 'certification'];
const household = [...common, 'income', 'property'];

/**
 * What each kind asks. 临时救助 asks for the event instead of income and property: help must not wait for them (L §50), and
 * its list of material has neither.
 */
const asked: Record<AssistanceKind, readonly string[]> = {
  dibao: household,
  dibaoMargin: household,
  rigidExpenditure: [...household, 'expenses'],
  tekun: [...household, 'supporters', 'selfCare', 'account'],
  linshi: [...common, 'emergency', 'account'],
};

export const asks = (kind: AssistanceKind, task: TaskName): boolean => asked[kind].includes(task);

/** The tasks of one kind in the order of the paper form. */
export const tasksOf = (kind: AssistanceKind): TaskName[] => taskNames.filter((task) => asks(kind, task));

/**
 * Who signs. Every co-living member where income and property are checked (L §40, annex); for 临时救助 the applicant alone,
 * since nothing of the others is checked for it.
 */
export const mustSign = <P>(kind: AssistanceKind, people: readonly P[]): P[] =>
  kind === 'linshi' ? people.slice(0, 1) : [...people];
