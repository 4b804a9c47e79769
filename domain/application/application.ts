import { z } from 'zod';
import { Fen } from '../values/fen.ts';
import { AgentForm, IncomeForm, KinshipForm, PropertyForm } from './forms.ts';
import { Person } from './person.ts';

export const AssistanceKind = z.enum(['dibao', 'tekun', 'linshi', 'dibaoMargin', 'rigidExpenditure']);
export type AssistanceKind = z.infer<typeof AssistanceKind>;

/** The income arithmetic as shown to the resident on the day; integer 分. */
export const Arithmetic = z.strictObject({
  amountsId: z.string().max(40),
  members: z.int().positive(),
  countableFen: z.int(),
  perCapitaFen: z.int(),
  standardFen: Fen,
  belowStandard: z.boolean(),
});
export type Arithmetic = z.infer<typeof Arithmetic>;

/** A complete application: what the household stated, with every field checked. Members include the applicant, first. */
export const Application = z.strictObject({
  kind: AssistanceKind,
  townCode: z.string().length(9),
  villageCode: z.string().length(12),
  members: z.array(Person).min(1).max(21),
  kinship: KinshipForm,
  income: IncomeForm,
  property: PropertyForm,
  agent: AgentForm,
  arithmetic: Arithmetic,
});
export type Application = z.infer<typeof Application>;
