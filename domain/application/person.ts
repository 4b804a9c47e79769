import { z } from 'zod';
import { IdKind, Sex } from '../values/id-number.ts';
import { IsoDate } from '../values/iso-date.ts';

/** Identity documents taken at the window; residence permits of 港澳台 share the 18-digit format (prefix 81/82/83). */
export { IdKind, Sex };

/** Relation to the head of household, GB/T 4761 main groups. */
export const Relation = z.enum([
  'self',
  'spouse',
  'son',
  'daughter',
  'grandchild',
  'parent',
  'grandparent',
  'sibling',
  'other',
]);
export type Relation = z.infer<typeof Relation>;

export const HealthState = z.enum(['healthy', 'weak', 'seriousIllness', 'severeDisability']);
export type HealthState = z.infer<typeof HealthState>;

/** GB/T 26341 kinds 1–7 (视力 听力 言语 肢体 智力 精神 多重) and grades 1–4. */
export const Disability = z.strictObject({ kind: z.int().min(1).max(7), grade: z.int().min(1).max(4) });
export type Disability = z.infer<typeof Disability>;

export const Work = z.enum([
  'preschool',
  'student',
  'employed',
  'flexible',
  'registeredJobless',
  'unregisteredJobless',
  'retired',
]);
export type Work = z.infer<typeof Work>;

export const Marriage = z.enum(['single', 'married', 'widowed', 'divorced']);
export type Marriage = z.infer<typeof Marriage>;

/** Where an answer came from; shown on the check page. */
export const AnswerSource = z.enum(['reader', 'ocr', 'manual', 'previous', 'department']);
export type AnswerSource = z.infer<typeof AnswerSource>;

/** A person as typed so far: every text may still be empty or wrong. */
export const PersonForm = z.strictObject({
  id: z.uuid(),
  name: z.string().max(60).default(''),
  idKind: IdKind.default('residentId'),
  idNumber: z.string().max(30).default(''),
  sex: Sex.nullable().default(null),
  birth: z.string().max(10).default(''),
  ethnicity: z.string().max(20).default(''),
  phone: z.string().max(20).default(''),
  address: z.string().max(120).default(''),
  relation: Relation.default('self'),
  marriage: Marriage.nullable().default(null),
  health: HealthState.default('healthy'),
  disability: Disability.nullable().default(null),
  work: Work.nullable().default(null),
  /** false: without capacity for civil acts, a guardian signs (民法典 §§20–23). */
  capacity: z.boolean().default(true),
  guardianId: z.uuid().nullable().default(null),
  sources: z.record(z.string(), AnswerSource).default({}),
});
export type PersonForm = z.infer<typeof PersonForm>;

/** A person whose every field passed; what events carry. */
export const Person = z.strictObject({
  id: z.uuid(),
  name: z.string().min(2).max(50),
  idKind: IdKind,
  idNumber: z.string().min(4).max(30),
  sex: Sex,
  birth: IsoDate,
  ethnicity: z.string().max(20),
  phone: z.string().max(20),
  address: z.string().max(120),
  relation: Relation,
  marriage: Marriage.nullable(),
  health: HealthState,
  disability: Disability.nullable(),
  work: Work.nullable(),
  capacity: z.boolean(),
  guardianId: z.uuid().nullable(),
  sources: z.record(z.string(), AnswerSource),
});
export type Person = z.infer<typeof Person>;
