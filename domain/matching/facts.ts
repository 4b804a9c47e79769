import { z } from 'zod';
import { PropertyKind } from '../application/forms.ts';
import { Disability, Marriage } from '../application/person.ts';
import { IncomeKind } from '../eligibility/income.ts';
import { Fen } from '../values/fen.ts';
import { IsoDate } from '../values/iso-date.ts';

const common = {
  /** What the department calls it: '企业职工养老金', '小型轿车'. */
  label: z.string().min(1).max(60),
  /** One line more, or null; never another person's name or number. */
  text: z.string().max(200).nullable(),
  /** The day the record speaks of. */
  asOf: IsoDate,
};

/** 分 received in `periodMonths` months, like an entry of the form. */
export const IncomeFact = z.strictObject({
  topic: z.literal('income'),
  kind: IncomeKind,
  amountFen: Fen,
  periodMonths: z.union([z.literal(1), z.literal(12)]),
  ...common,
});
export type IncomeFact = z.infer<typeof IncomeFact>;

/** One thing owned; `amountFen` is null where the department keeps no value (a flat, a car). */
export const PropertyFact = z.strictObject({
  topic: z.literal('property'),
  kind: PropertyKind,
  amountFen: Fen.nullable(),
  ...common,
});
export type PropertyFact = z.infer<typeof PropertyFact>;

/** How many people are in the registered household (户籍). */
export const HouseholdFact = z.strictObject({
  topic: z.literal('household'),
  kind: z.literal('size'),
  count: z.int().min(1).max(50),
  ...common,
});
export type HouseholdFact = z.infer<typeof HouseholdFact>;

const status = { topic: z.literal('status'), ...common };
/** What a person is or was: the kinds with a value can be compared with the form, the others are for reading. */
export const StatusFact = z.discriminatedUnion('kind', [
  z.strictObject({ ...status, kind: z.literal('deceased'), on: IsoDate.nullable() }),
  z.strictObject({ ...status, kind: z.literal('marriage'), marriage: Marriage }),
  z.strictObject({ ...status, kind: z.literal('disability'), disability: Disability }),
  z.strictObject({ ...status, kind: z.literal('student') }),
  z.strictObject({ ...status, kind: z.literal('employment') }),
  z.strictObject({ ...status, kind: z.literal('medicalInsurance') }),
  z.strictObject({ ...status, kind: z.literal('povertyMonitoring') }),
  z.strictObject({ ...status, kind: z.literal('residence') }),
  z.strictObject({ ...status, kind: z.literal('other') }),
]);
export type StatusFact = z.infer<typeof StatusFact>;

/** One thing a department says about one person. */
export const CheckFact = z.discriminatedUnion('topic', [IncomeFact, PropertyFact, HouseholdFact, StatusFact]);
export type CheckFact = z.infer<typeof CheckFact>;
