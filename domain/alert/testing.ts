import type { Actor, Role } from '../log/event-envelope.ts';
import { testContext, testId, testTown } from '../testing/sample-application.ts';
import type { AlertCommand, AlertCommandOf } from './alert-commands.ts';
import { applyAlertEvent, type AlertState } from './alert-state.ts';
import { decideAlert } from './decide-alert.ts';
import type { Office } from './office.ts';

export const villageA = `${testTown}001`;
export const villageB = `${testTown}002`;
export const otherTown = '500107002';
const person = (n: number, role: Role, areaCode: string): Actor => ({
  accountId: testId(n),
  role,
  areaCode,
});

/** One of each role in example places; `…B` are elsewhere. */
export const staff = {
  monitor: person(700, 'system', '500107'),
  portal: person(701, 'portal', '500107'),
  admin: person(702, 'admin', '500107'),
  districtHead: person(710, 'districtHead', '500107'),
  district: person(711, 'districtReviewer', '500107'),
  townHead: person(720, 'townHead', testTown),
  town: person(721, 'townReviewer', testTown),
  clerk: person(722, 'windowClerk', testTown),
  clerk2: person(723, 'windowClerk', testTown),
  village: person(730, 'village', villageA),
  village2: person(731, 'village', villageA),
  grid: person(740, 'grid', villageA),
  grid2: person(741, 'grid', villageA),
  townB: person(750, 'townReviewer', otherTown),
  villageB: person(751, 'village', villageB),
  gridB: person(752, 'grid', villageB),
} as const satisfies Record<string, Actor>;

const desk = (level: Office['level'], areaCode: string, actor: Actor | null = null): Office => ({
  level,
  areaCode,
  accountId: actor?.accountId ?? null,
});
export const desks = {
  district: desk('district', '500107'),
  town: desk('town', testTown),
  townB: desk('town', otherTown),
  village: desk('village', villageA),
  villageB: desk('village', villageB),
  grid: desk('grid', villageA),
  gridPerson: desk('grid', villageA, staff.grid),
};

export const raise = (over: Partial<AlertCommandOf<'raise'>> = {}): AlertCommand => ({
  type: 'raise',
  source: 'hotline',
  seen: '邻居来电说老人三天没有出门',
  person: { name: '张示例', phone: null, address: '虚构路1号' },
  placeCode: villageA,
  seenOn: '2026-09-24',
  ...over,
});
export const assign = (to: Office, reportBy: string | null = null): AlertCommand => ({
  type: 'assign',
  to,
  note: '请上门看看',
  reportBy,
});
export const report = (
  result: AlertCommandOf<'report'>['result'] = 'noNeed',
  visitedOn = '2026-09-25',
): AlertCommand => ({ type: 'report', visitedOn, findings: '老人在女儿家', result });
export const giveBack: AlertCommand = { type: 'return', reason: '不在本村' };
export const escalate: AlertCommand = { type: 'escalate', reason: '超期' };
export const link: AlertCommand = { type: 'linkCase', caseId: testId(5) };
export const close: AlertCommand = { type: 'close', conclusion: '已跟进' };
export const accept: AlertCommand = { type: 'accept' };

/** What was decided as a code, 'ok' when allowed. */
export function codeOf(
  state: AlertState | null,
  command: AlertCommand,
  actor: Actor,
  today = '2026-09-25',
): string {
  const decided = decideAlert(state, command, testContext(actor, today));
  return decided.ok ? 'ok' : decided.failure.code;
}

type Step = readonly [command: AlertCommand, actor: Actor, today?: string];

/** The state after these commands, each of which has to be allowed. Without a day: 2026-09-24. */
export function after(...steps: readonly Step[]): AlertState {
  const end = steps.reduce<AlertState | null>((state, [command, actor, today = '2026-09-24']) => {
    const decided = decideAlert(state, command, testContext(actor, today));
    if (!decided.ok) throw new Error(`${command.type}: ${decided.failure.code}`);
    return decided.value.reduce<AlertState | null>(applyAlertEvent, state);
  }, null);
  if (!end) throw new Error('no command');
  return end;
}

/** Raised by the district and in the hands of a grid worker: 区 → 镇街 → 村居 → 网格. */
export const downToGrid: readonly Step[] = [
  [raise(), staff.district],
  [assign(desks.town), staff.district],
  [assign(desks.village), staff.town],
  [assign(desks.gridPerson, '2026-09-30'), staff.village],
  [accept, staff.grid, '2026-09-25'],
];
