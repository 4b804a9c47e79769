import type { z } from 'zod';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { DueDate } from '../clocks/due.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { fail } from '../values/result.ts';
import type { Aggregate } from './aggregate.ts';
import type { Sha256Text } from './chain.ts';
import type { Decision, DecideContext } from './decision.ts';
import type { EventEnvelope, StreamType } from './event-envelope.ts';
import { eventOf, foldOnto, foldStream, type FoldedStream } from './fold-stream.ts';

export interface StreamEvent {
  type: string;
  data: unknown;
}

/** What the read models and the sync need to know of a state, whatever kind it is. */
export interface StreamFacts {
  /** 6, 9 or 12 digits. */
  areaCode: string;
  step: string;
  confidential: boolean;
  ownerId: string | null;
  due(setting: { calendar: WorkCalendar; ruleSet: RuleSet }): DueDate;
  /** The state itself, JSON-safe. */
  state: unknown;
}

/** A stream whose types are its own business: commands come in unparsed, events go out. */
export interface OpenedStream {
  /** Which aggregate the state is of; `stateIn` gives it back with its type. */
  of: object;
  streamType: StreamType;
  brokenAt: number | null;
  events: readonly EventEnvelope[];
  version: number;
  /** Null while nothing has happened. */
  facts: StreamFacts | null;
  /** `call.malformed` for what is no command of this kind. */
  decide(command: unknown, context: DecideContext): Decision<StreamEvent>;
  /** With further events, looked through like the ones before. */
  with(events: readonly EventEnvelope[], sha256: Sha256Text): OpenedStream;
}

/** An aggregate with its types closed over, so that unlike ones stand in one list. */
export interface AnyAggregate {
  streamType: StreamType;
  /** Why a value is no command of this kind: path and code of each issue; null when it is one. */
  issuesOf(command: unknown): string[] | null;
  knows(event: EventEnvelope): boolean;
  open(events: readonly EventEnvelope[], sha256: Sha256Text): OpenedStream;
}

export function anyAggregate<S, C extends { type: string }, E extends { type: string; data: unknown }>(
  aggregate: Aggregate<S, C, E>,
): AnyAggregate {
  return {
    streamType: aggregate.streamType,
    issuesOf: (command) => issuesOf(aggregate.command, command),
    knows: (event) => eventOf(aggregate, event) !== null,
    open: (events, sha256) => openedStream(aggregate, foldStream(aggregate, events, sha256)),
  };
}

/** A stream already folded, its types closed over. */
export function openedStream<S, C extends { type: string }, E extends { type: string; data: unknown }>(
  aggregate: Aggregate<S, C, E>,
  folded: FoldedStream<S>,
): OpenedStream {
  const { state, brokenAt, events, version } = folded;
  return {
    of: aggregate,
    with: (more, sha256) => openedStream(aggregate, foldOnto(aggregate, folded, more, sha256)),
    ...{ streamType: aggregate.streamType, brokenAt, events, version },
    facts: state === null ? null : factsOf(aggregate, state),
    decide: (command, context) => {
      const parsed = aggregate.command.safeParse(command);
      if (parsed.success) return aggregate.decide(state, parsed.data, context);
      return fail('call.malformed', { issues: issuesOf(aggregate.command, command) ?? [] });
    },
  };
}

/** The state of an opened stream; null when it is empty, or of another kind. */
export const stateIn = <S, C extends { type: string }, E extends { type: string; data: unknown }>(
  aggregate: Aggregate<S, C, E>,
  { of, facts }: OpenedStream,
): S | null =>
  // Only `openedStream` makes these, from a state of that very aggregate.
  of === aggregate && facts ? (facts.state as S) : null;

/** Paths and codes only: the values may be about persons. */
function issuesOf(schema: z.ZodType, value: unknown): string[] | null {
  const { error } = schema.safeParse(value);
  return error ? error.issues.slice(0, 10).map(({ path, code }) => `${path.join('.')}:${code}`) : null;
}

const factsOf = <S, C extends { type: string }, E extends { type: string; data: unknown }>(
  aggregate: Aggregate<S, C, E>,
  state: S,
): StreamFacts => ({
  areaCode: aggregate.areaCodeOf(state),
  step: aggregate.stepOf(state),
  confidential: aggregate.confidential(state),
  ownerId: aggregate.ownerOf?.(state) ?? null,
  due: (setting) => aggregate.dueOf?.(state, setting) ?? null,
  state,
});
