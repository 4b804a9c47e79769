import type { Aggregate } from './aggregate.ts';
import { firstBrokenLink, type Sha256Text } from './chain.ts';
import type { EventEnvelope } from './event-envelope.ts';

/** A stream folded into its state; `brokenAt` names the first link that does not hold, `state` stops before it. */
export interface FoldedStream<S> {
  state: S | null;
  brokenAt: number | null;
  events: readonly EventEnvelope[];
  version: number;
}

/** The event with its data checked; null for a type or data this version does not know, or of another kind of stream. */
export function eventOf<S, C extends { type: string }, E extends { type: string; data: unknown }>(
  aggregate: Aggregate<S, C, E>,
  { type, data, streamType }: Pick<EventEnvelope, 'type' | 'data' | 'streamType'>,
): E | null {
  if (streamType !== aggregate.streamType || !Object.hasOwn(aggregate.eventData, type)) return null;
  const parsed = aggregate.eventData[type as E['type']].safeParse(data);
  return parsed.success ? ({ type, data: parsed.data } as E) : null;
}

/** Looks through the chain and adds the events up. A history that no decide could have led to is a broken link, too. */
export const foldStream = <S, C extends { type: string }, E extends { type: string; data: unknown }>(
  aggregate: Aggregate<S, C, E>,
  events: readonly EventEnvelope[],
  sha256: Sha256Text,
): FoldedStream<S> =>
  foldOnto(aggregate, { state: null, brokenAt: null, events: [], version: 0 }, events, sha256);

/** The same on top of what is folded already, of which nothing is looked at again. */
export function foldOnto<S, C extends { type: string }, E extends { type: string; data: unknown }>(
  aggregate: Aggregate<S, C, E>,
  base: FoldedStream<S>,
  more: readonly EventEnvelope[],
  sha256: Sha256Text,
): FoldedStream<S> {
  const events = [...base.events, ...more];
  const version = events.length;
  if (base.brokenAt !== null) return { ...base, events, version };
  const brokenAt = firstBrokenLink(more, sha256, base.events.at(-1) ?? null);
  let { state } = base;
  for (const envelope of more) {
    if (envelope.version === brokenAt) break;
    const event = eventOf(aggregate, envelope);
    const next: S | null = event && applied(aggregate, state, event);
    if (next === null) return { state, brokenAt: envelope.version, events, version };
    state = next;
  }
  return { state, brokenAt, events, version };
}

function applied<S, C extends { type: string }, E extends { type: string; data: unknown }>(
  aggregate: Aggregate<S, C, E>,
  state: S | null,
  event: E,
): S | null {
  try {
    return aggregate.apply(state, event);
  } catch {
    return null;
  }
}
