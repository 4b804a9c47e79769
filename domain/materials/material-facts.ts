import type { Slot } from './slots.ts';

export type MaterialKind = 'dibao' | 'dibaoMargin' | 'tekun' | 'rigidExpenditure' | 'linshi';

export interface MemberFacts {
  id: string;
  name?: string;
  disabled: boolean;
  seriousIllness: boolean;
  /** A grown-up child in full-time education, up to bachelor. */
  studentAdult: boolean;
  /** Capacity for civil acts; without it the guardian signs. */
  capacity: boolean;
}

export interface MaterialFacts {
  kind: MaterialKind;
  members: readonly MemberFacts[];
  hasAgent: boolean;
  /** What the district's checking mechanism can verify now. */
  verifiable: readonly Slot[];
  /** 特困: those liable to support who agreed to be checked (L §41). */
  consentingSupporters?: readonly { id: string }[];
  /** 临时救助: what is known of the event. */
  event?: { incident: boolean; expenses: boolean; grantedFirst: boolean };
}
