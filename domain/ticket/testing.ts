import type { Actor } from '../log/event-envelope.ts';
import { staff as alertStaff, villageA } from '../alert/testing.ts';
import { testContext, testId, testTown } from '../testing/sample-application.ts';
import { decideTicket } from './decide-ticket.ts';
import type { TicketCommand, TicketCommandOf } from './ticket-commands.ts';
import { applyTicketEvent, type TicketState } from './ticket-state.ts';
import type { NamedOwner } from './ticket-values.ts';

export const staff = {
  ...alertStaff,
  townHead2: { accountId: testId(724), role: 'townHead', areaCode: testTown },
  townHeadB: { accountId: testId(753), role: 'townHead', areaCode: '500107002' },
  districtHead2: { accountId: testId(712), role: 'districtHead', areaCode: '500107' },
} as const satisfies Record<string, Actor>;

export const named = ({ accountId, role, areaCode }: Actor): NamedOwner => ({ accountId, role, areaCode });

export const open = (over: Partial<TicketCommandOf<'open'>> = {}): TicketCommand => ({
  type: 'open',
  kind: 'hotline',
  channel: 'phone',
  receivedOn: '2026-09-24',
  person: { name: '李虚构', phone: '13800000000', address: null },
  what: '低保什么时候发',
  placeCode: testTown,
  about: null,
  confidential: false,
  owner: named(staff.town),
  limit: null,
  ...over,
});
/** A complaint about the clerk of the example town, with the town's head. */
export const aboutClerk = (over: Partial<TicketCommandOf<'open'>> = {}): TicketCommand =>
  open({
    kind: 'complaint',
    what: '窗口人员态度不好',
    about: { accountId: staff.clerk.accountId, role: 'windowClerk', areaCode: testTown },
    owner: named(staff.townHead),
    ...over,
  });
export const answer = (toldOn = '2026-09-25'): TicketCommand => ({
  type: 'answer',
  way: 'phone',
  toldOn,
  text: '每月十日以前发',
});
export const close: TicketCommand = { type: 'close' };
export const reopen: TicketCommand = { type: 'reopen', reason: '还是没收到' };
export const take: TicketCommand = { type: 'take' };
export const handOver = (to: Actor): TicketCommand => ({ type: 'handOver', to: named(to), reason: '休假' });
export const escalate = (requested: boolean): TicketCommand => ({
  type: 'escalate',
  requested,
  reason: '请上级办',
});

/** What was decided as a code, 'ok' when allowed. */
export function codeOf(
  state: TicketState | null,
  command: TicketCommand,
  actor: Actor,
  today = '2026-09-25',
): string {
  const decided = decideTicket(state, command, testContext(actor, today));
  return decided.ok ? 'ok' : decided.failure.code;
}

type Step = readonly [command: TicketCommand, actor: Actor, today?: string];

/** The state after these commands, each of which has to be allowed. Without a day: 2026-09-25. */
export function after(...steps: readonly Step[]): TicketState {
  const end = steps.reduce<TicketState | null>((state, [command, actor, today = '2026-09-25']) => {
    const decided = decideTicket(state, command, testContext(actor, today));
    if (!decided.ok) throw new Error(`${command.type}: ${decided.failure.code}`);
    return decided.value.reduce<TicketState | null>(applyTicketEvent, state);
  }, null);
  if (!end) throw new Error('no command');
  return end;
}

export { villageA };
