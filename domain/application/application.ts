import { z } from 'zod';
import { Fen } from '../values/fen.ts';
import { AgentForm, IncomeForm, KinshipForm, PropertyForm } from './forms.ts';
import {
  AccountForm,
  EmergencyForm,
  ExpensesForm,
  RegisteredForm,
  SelfCareForm,
  SupportersForm,
} from './kind-forms.ts';
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

/** What the arithmetic of the kind found on the day, to be recomputed by whoever decides; integer 分. */
export const KindResult = z.strictObject({
  kind: AssistanceKind,
  amountsId: z.string().max(40),
  outcome: z.enum(['met', 'notMet', 'open']),
  conditions: z
    .array(z.strictObject({ code: z.string().min(1).max(40), state: z.enum(['met', 'notMet', 'open']) }))
    .max(20),
  /** 分; null when the kind pays nothing or the district has set no amount. */
  amount: z.strictObject({ per: z.enum(['month', 'once']), fen: Fen }).nullable(),
  selfCare: z.enum(['able', 'partial', 'unable']).nullable(),
  firstGrantFen: Fen.nullable(),
  singlePersonIds: z.array(z.uuid()).max(21),
});
export type KindResult = z.infer<typeof KindResult>;

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
  /** Absent in applications of before there were other kinds than 低保, so that their digests stay. */
  result: KindResult.optional(),
  account: AccountForm.optional(),
  supporters: SupportersForm.optional(),
  selfCare: SelfCareForm.optional(),
  expenses: ExpensesForm.optional(),
  emergency: EmergencyForm.optional(),
  registeredElsewhere: RegisteredForm.optional(),
});
export type Application = z.infer<typeof Application>;
