import type { Step } from '../../../domain/process/steps.ts';

/** Stations of the way as the clock names them. */
export type WayName =
  | 'submitted'
  | 'supplement'
  | 'accepted'
  | 'survey'
  | 'notEligible'
  | 'recheck'
  | 'preliminary'
  | 'notice'
  | 'objection'
  | 'resurvey'
  | 'reported'
  | 'returned'
  | 'confirmation'
  | 'granted'
  | 'explained'
  | 'publication'
  | 'registration'
  | 'visit'
  | 'reassessment'
  | 'ended';

export const wayLabels: Record<WayName, string> = {
  submitted: '提交',
  supplement: '补正',
  accepted: '受理',
  survey: '调查',
  notEligible: '不符合',
  recheck: '复查',
  preliminary: '初审',
  notice: '公示',
  objection: '异议',
  resurvey: '重新核实',
  reported: '上报',
  returned: '退回',
  confirmation: '确认',
  granted: '先行救助',
  explained: '补充说明',
  publication: '公布',
  registration: '登记',
  visit: '探访',
  reassessment: '重新核查',
  ended: '办结',
};

/** What an entry on record is on the way; the rest is no station of its own. */
export const recorded: Partial<Record<string, { name: WayName; label?: string }>> = {
  'application.accepted': { name: 'accepted' },
  'survey.started': { name: 'survey' },
  'survey.notEligible': { name: 'notEligible' },
  'recheck.requested': { name: 'recheck' },
  'review.proposed': { name: 'preliminary' },
  'notice.posted': { name: 'notice' },
  'objection.registered': { name: 'objection' },
  'resurvey.started': { name: 'resurvey' },
  'case.reported': { name: 'reported' },
  'case.returned': { name: 'returned' },
  'case.confirmed': { name: 'confirmation' },
  'case.published': { name: 'publication' },
  'case.registered': { name: 'registration' },
  'grant.madeFirst': { name: 'granted' },
  'grant.explained': { name: 'explained' },
  'household.changed': { name: 'reassessment' },
  'case.refused': { name: 'ended', label: '不予确认' },
  'application.withdrawn': { name: 'ended', label: '已撤回' },
  'application.abandoned': { name: 'ended', label: '视为放弃' },
  'case.terminated': { name: 'ended', label: '已终止' },
  'assistance.ended': { name: 'ended', label: '救助终止' },
};

/** Steps in which something has begun and goes on. */
export const inProgress: Partial<Record<Step, WayName>> = {
  SUPPLEMENT: 'supplement',
  SURVEY: 'survey',
  NOT_ELIGIBLE: 'notEligible',
  RECHECK: 'recheck',
  NOTICE: 'notice',
  OBJECTION: 'objection',
  RESURVEY: 'resurvey',
  REASSESSMENT: 'reassessment',
};

/** Steps that wait for what comes next. */
export const waitsFor: Partial<Record<Step, WayName>> = {
  SUBMITTED: 'accepted',
  ACCEPTED: 'survey',
  PRELIMINARY: 'notice',
  REPORTED: 'confirmation',
  CONFIRMED: 'publication',
  GRANTED: 'explained',
  EXPLAINED: 'publication',
  PUBLISHED: 'registration',
  REGISTERED: 'visit',
};

/** The way when nothing comes between. */
const way: readonly WayName[] = [
  'accepted',
  'survey',
  'preliminary',
  'notice',
  'reported',
  'confirmation',
  'publication',
  'registration',
];

/** Detours stand at the place that they lead back to. */
const standsAt: Partial<Record<WayName, WayName>> = {
  notEligible: 'survey',
  recheck: 'survey',
  objection: 'survey',
  resurvey: 'survey',
  explained: 'confirmation',
};

export function comesAfter(name: WayName): readonly WayName[] {
  if (name === 'supplement') return way;
  const at = way.indexOf(standsAt[name] ?? name);
  return at < 0 ? [] : way.slice(at + 1);
}
