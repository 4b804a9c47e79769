import type { Actor } from '../log/event-envelope.ts';
import type { Slot } from '../materials/slots.ts';
import type { LocalAmounts } from '../rules/local-amounts.ts';
import type { IsoDate } from '../values/iso-date.ts';
import type { Result } from '../values/result.ts';
import type { CaseEvent } from './case-events.ts';

/** What a decision may look at besides the state: who asks, the day in Shanghai, what the district has set. */
export interface DecideContext {
  actor: Actor;
  today: IsoDate;
  /** Every version known; a decision takes the one in force on `today`. */
  amounts: readonly LocalAmounts[];
  /** Materials the checking mechanism verifies here; never demanded (L §62). */
  verifiable: readonly Slot[];
}

export type CaseDecision = Result<CaseEvent[], { code: string; data?: Record<string, unknown> }>;
