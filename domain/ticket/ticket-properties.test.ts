import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Actor } from '../log/event-envelope.ts';
import { testContext } from '../testing/sample-application.ts';
import {
  aboutClerk,
  answer,
  close,
  escalate,
  handOver,
  named,
  open,
  reopen,
  staff,
  take,
  villageA,
} from './testing.ts';
import { ticketActions } from './ticket-actions.ts';
import { ticketAggregate } from './ticket-aggregate.ts';
import type { TicketCommand } from './ticket-commands.ts';
import { confidentialRoles } from './ticket-rights.ts';
import { TicketState } from './ticket-state.ts';

const commands: TicketCommand[] = [
  open(),
  open({ placeCode: villageA, owner: named(staff.townHead), confidential: true }),
  aboutClerk(),
  aboutClerk({ placeCode: '500107', owner: named(staff.district) }),
  answer('2026-09-25'),
  answer('2026-09-30'),
  close,
  reopen,
  take,
  ...Object.values(staff)
    .filter(({ role }) => !['grid', 'system', 'portal', 'admin'].includes(role))
    .map((actor) => handOver(actor)),
  escalate(true),
  escalate(false),
];
const expired = { ...staff.townHead, until: '2026-09-01' };
const actors: Actor[] = [...Object.values(staff), expired];
const step = fc.record({
  sensible: fc.boolean(),
  pick: fc.nat(),
  command: fc.constantFrom(...commands),
  actor: fc.constantFrom(...actors),
  later: fc.integer({ min: 0, max: 4 }),
});

/** One of the things that the rules say somebody may do now, so that long histories are reached, too. */
function sensible(state: TicketState | null, today: string, pick: number) {
  if (!state) return null;
  const choices = actors.flatMap((actor) =>
    ticketActions(state, testContext(actor, today)).flatMap((type) =>
      commands.filter((command) => command.type === type).map((command) => ({ actor, command })),
    ),
  );
  // By kind first: what many may do in many ways must not crowd out the rest.
  const kinds = [...new Set(choices.map(({ command }) => command.type))];
  const ofKind = choices.filter(({ command }) => command.type === kinds[pick % kinds.length]);
  return ofKind[pick % Math.max(1, ofKind.length)] ?? null;
}

it('no sequence of commands closes a ticket unanswered, gives a complaint to whom it is about, or lets others act', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 4, maxLength: 20 }), (steps) => {
      let state: TicketState | null = null;
      let day = 25;
      let answeredSinceOpen = 0;
      for (const tried of steps) {
        day += tried.later;
        const today =
          day <= 30 ? `2026-09-${day}` : `2026-10-${String(Math.min(day - 30, 31)).padStart(2, '0')}`;
        const { actor, command } = (tried.sensible && sensible(state, today, tried.pick)) || tried;
        const context = testContext(actor, today);
        const decided = ticketAggregate.decide(state, command, context);
        if (!decided.ok) continue;
        const before: TicketState | null = state;
        for (const event of decided.value) {
          expect(ticketAggregate.eventData[event.type].parse(event.data)).toEqual(event.data);
          state = ticketAggregate.apply(state, event);
        }
        expect(TicketState.safeParse(state).success).toBe(true);
        if (!state) throw new Error('a decision without a state');
        reached.add(state.step);
        if (command.type === 'open' || command.type === 'reopen') answeredSinceOpen = 0;
        if (command.type === 'answer') answeredSinceOpen += 1;
        if (state.step === 'CLOSED') expect(answeredSinceOpen).toBe(1);
        expect(actor).not.toBe(expired);
        expect((before ?? state).placeCode.startsWith(actor.areaCode)).toBe(true);
        expect(state.placeCode.startsWith(state.owner.areaCode)).toBe(true);
        expect(state.ownerChanges.at(-1)?.to).toEqual(state.owner);
        if (command.type === 'answer' || command.type === 'close')
          expect(before?.owner.accountId).toBe(actor.accountId);
        if (before?.confidential && actor.role !== 'system')
          expect(confidentialRoles.includes(actor.role) || before.owner.accountId === actor.accountId).toBe(
            true,
          );
        const named = Object.values(staff).find(({ accountId }) => accountId === state?.owner.accountId);
        if (state.confidential && named) expect(confidentialRoles).toContain(named.role);
        if (!state.about) continue;
        expect(state.owner.accountId).not.toBe(staff.clerk.accountId);
        const keeper = Object.values(staff).find(({ accountId }) => accountId === state?.owner.accountId);
        if (keeper?.areaCode.startsWith(staff.clerk.areaCode)) expect(keeper.role).toBe('townHead');
      }
    }),
    { numRuns: 1000 },
  );
  expect([...reached].sort()).toEqual(['ANSWERED', 'CLOSED', 'OPEN']);
});
