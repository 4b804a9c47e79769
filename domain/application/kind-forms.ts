import { z } from 'zod';
import { Fen } from '../values/fen.ts';

/** Where the money goes. As typed: the number may still be wrong. */
export const AccountForm = z.strictObject({
  holder: z.string().max(60).default(''),
  bank: z.string().max(60).default(''),
  number: z.string().max(40).default(''),
});
export type AccountForm = z.infer<typeof AccountForm>;

/** 特困: those liable by law to support the applicant, living elsewhere; checked only with their consent (L §41). */
export const SupportersForm = z.strictObject({
  /** "There is nobody" is an explicit answer. */
  none: z.boolean().default(false),
  people: z
    .array(
      z.strictObject({
        id: z.uuid(),
        name: z.string().max(60),
        relation: z.string().max(20),
        /** 分 a month; null: not known. */
        monthIncomeFen: Fen.nullable(),
        /** Whether they can support; null: not answered. */
        able: z.boolean().nullable(),
        consent: z.boolean().nullable(),
      }),
    )
    .max(20)
    .default([]),
});
export type SupportersForm = z.infer<typeof SupportersForm>;

/** 吃饭 穿衣 上下床 如厕 室内行走 洗澡 (民发〔2021〕43号), in the order of the form. */
export const SelfCareItem = z.enum(['eating', 'dressing', 'bed', 'toilet', 'walking', 'bathing']);
export type SelfCareItem = z.infer<typeof SelfCareItem>;

/** true: does it alone; an item left out: not answered. Of the applicant. */
export const SelfCareForm = z.partialRecord(SelfCareItem, z.boolean());
export type SelfCareForm = z.infer<typeof SelfCareForm>;

export const ExpenseKind = z.enum(['medical', 'education', 'rehabilitation', 'disaster', 'other']);
export type ExpenseKind = z.infer<typeof ExpenseKind>;

/** 刚性支出 of the last 12 months, after what insurance and others paid. */
export const ExpensesForm = z.strictObject({
  none: z.boolean().default(false),
  entries: z
    .array(z.strictObject({ id: z.uuid(), memberId: z.uuid(), kind: ExpenseKind, amountFen: Fen }))
    .max(100)
    .default([]),
});
export type ExpensesForm = z.infer<typeof ExpensesForm>;

export const EmergencyKind = z.enum([
  'illness',
  'traffic',
  'fire',
  'accident',
  'disaster',
  'education',
  'other',
]);
export type EmergencyKind = z.infer<typeof EmergencyKind>;

/** 临时救助: what happened, and what is needed; applied for where it happened (L §37). */
export const EmergencyForm = z.strictObject({
  kind: EmergencyKind.nullable().default(null),
  what: z.string().max(1000).default(''),
  happenedOn: z.string().max(10).default(''),
  place: z.string().max(120).default(''),
  /** Help is needed at once: it may be granted first and explained afterwards (L §50). */
  urgent: z.boolean().nullable().default(null),
  /** 分; 0: not said yet. */
  requestedFen: Fen.default(0),
});
export type EmergencyForm = z.infer<typeof EmergencyForm>;

/** Where the household is registered, seen from the town that takes the application; null: not asked. */
export const RegisteredForm = z.strictObject({
  where: z.enum(['here', 'otherTown', 'otherDistrict']).nullable().default(null),
  place: z.string().max(120).default(''),
});
export type RegisteredForm = z.infer<typeof RegisteredForm>;

/** What only some kinds ask; in a draft always there, in an application only what its kind needs. */
export interface KindParts {
  account?: AccountForm | undefined;
  supporters?: SupportersForm | undefined;
  selfCare?: SelfCareForm | undefined;
  expenses?: ExpensesForm | undefined;
  emergency?: EmergencyForm | undefined;
  registeredElsewhere?: RegisteredForm | undefined;
}
