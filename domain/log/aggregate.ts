import type { z } from 'zod';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { DueDate } from '../clocks/due.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import type { Decision, DecideContext } from './decision.ts';
import type { StreamType } from './event-envelope.ts';

/** One kind of stream: how its commands are decided and its events add up. Station and district run the same. */
export interface Aggregate<S, C extends { type: string }, E extends { type: string; data: unknown }> {
  streamType: StreamType;
  command: z.ZodType<C>;
  /** Payload of each event type; an event of another type is not of this stream. */
  eventData: Readonly<Record<E['type'], z.ZodType>>;
  decide(state: S | null, command: C, context: DecideContext): Decision<E>;
  /** Throws on a history that no decide could have led to. */
  apply(state: S | null, event: E): S;
  /** Where the stream belongs: 6, 9 or 12 digits; whoever's area contains it gets it. */
  areaCodeOf(state: S): string;
  stepOf(state: S): string;
  /** Readable only by `confidentialRoles`. */
  confidential(state: S): boolean;
  /** The account it lies with; absent: such streams have no owner. */
  ownerOf?(state: S): string | null;
  /** What is due next; absent: nothing ever is, or the kind has a read model of its own. */
  dueOf?(state: S, setting: { calendar: WorkCalendar; ruleSet: RuleSet }): DueDate;
}
