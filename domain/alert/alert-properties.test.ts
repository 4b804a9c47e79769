import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Actor } from '../log/event-envelope.ts';
import { testContext } from '../testing/sample-application.ts';
import { alertAggregate } from './alert-aggregate.ts';
import { alertActions } from './alert-actions.ts';
import type { AlertCommand } from './alert-commands.ts';
import { AlertState } from './alert-state.ts';
import {
  accept,
  assign,
  close,
  desks,
  escalate,
  giveBack,
  link,
  otherTown,
  raise,
  report,
  staff,
} from './testing.ts';

const commands: AlertCommand[] = [
  raise(),
  raise({ source: 'grid' }),
  raise({ source: 'village', placeCode: otherTown }),
  ...Object.values(desks).map((desk) => assign(desk)),
  assign({ ...desks.town, accountId: staff.clerk.accountId }),
  accept,
  report('needHelp', '2026-09-24'),
  report('noNeed', '2026-09-24'),
  giveBack,
  escalate,
  link,
  close,
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
function sensible(state: AlertState | null, today: string, pick: number) {
  if (!state) return null;
  const choices = actors.flatMap((actor) =>
    alertActions(state, testContext(actor, today)).flatMap((type) =>
      commands.filter((command) => command.type === type).map((command) => ({ actor, command })),
    ),
  );
  // By kind first: what many may do in many ways must not crowd out the rest.
  const kinds = [...new Set(choices.map(({ command }) => command.type))];
  const ofKind = choices.filter(({ command }) => command.type === kinds[pick % kinds.length]);
  return ofKind[pick % Math.max(1, ofKind.length)] ?? null;
}

it('no sequence of commands closes an alert without a follow-up, loses a hand-over, or lets others act', () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(fc.array(step, { minLength: 4, maxLength: 20 }), (steps) => {
      let state: AlertState | null = null;
      let day = 24;
      for (const tried of steps) {
        day += tried.later;
        const today =
          day <= 30 ? `2026-09-${day}` : `2026-10-${String(Math.min(day - 30, 31)).padStart(2, '0')}`;
        const { actor, command } = (tried.sensible && sensible(state, today, tried.pick)) || tried;
        const context = testContext(actor, today);
        const decided = alertAggregate.decide(state, command, context);
        if (!decided.ok) continue;
        const before: AlertState | null = state;
        for (const event of decided.value) {
          const data = alertAggregate.eventData[event.type].parse(event.data);
          expect(data).toEqual(event.data);
          state = alertAggregate.apply(state, event);
        }
        expect(AlertState.safeParse(state).success).toBe(true);
        if (!state) throw new Error('a decision without a state');
        reached.add(state.step);
        // Whoever acted held the role on the day and covered the place it lay in.
        expect(actor).not.toBe(expired);
        expect((before ?? state).placeCode.startsWith(actor.areaCode)).toBe(true);
        expect(before?.step).not.toBe('CLOSED');
        expect(state.handOvers.slice(0, before?.handOvers.length ?? 0)).toEqual(before?.handOvers ?? []);
        if (before && state.holder !== before.holder)
          expect(state.handOvers).toHaveLength(before.handOvers.length + 1);
        expect(state.handOvers.at(-1)?.to).toEqual(state.holder);
        expect(state.placeCode.startsWith(state.holder.areaCode)).toBe(true);
        if (command.type === 'report') expect(before?.holder.accountId).toBe(actor.accountId);
        if (state.closed) {
          expect(state.followUps.at(-1)?.by).toBeDefined();
          expect(state.followUps.at(-1)?.by).not.toBe(state.closed.by);
          if (state.followUps.at(-1)?.result === 'needHelp') expect(state.caseId).not.toBeNull();
        }
      }
    }),
    { numRuns: 1000 },
  );
  expect([...reached].sort()).toEqual(['ACCEPTED', 'ASSIGNED', 'CLOSED', 'OPEN', 'REPORTED']);
});
