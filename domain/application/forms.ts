import { z } from 'zod';
import { ExcludedIncome, IncomeKind } from '../eligibility/income.ts';
import { Fen } from '../values/fen.ts';
import { IsoDate } from '../values/iso-date.ts';
import {
  AccountForm,
  EmergencyForm,
  ExpensesForm,
  RegisteredForm,
  SelfCareForm,
  SupportersForm,
} from './kind-forms.ts';
import { PersonForm } from './person.ts';

/** 近亲属备案: relatives who are civil servants, 低保 staff or members of the village committee (N §20). */
export const KinshipForm = z.strictObject({
  declared: z.boolean().nullable().default(null),
  relatives: z
    .array(
      z.strictObject({
        id: z.uuid(),
        memberId: z.uuid().nullable(),
        name: z.string().max(60),
        role: z.enum(['civilServant', 'dibaoStaff', 'villageCommittee']),
        relation: z.string().max(20),
      }),
    )
    .max(20)
    .default([]),
});
export type KinshipForm = z.infer<typeof KinshipForm>;

export const IncomeForm = z.strictObject({
  farmHousehold: z.boolean().default(false),
  /** "We have no income" is an explicit answer, not an empty list. */
  none: z.boolean().default(false),
  entries: z
    .array(
      z.strictObject({
        id: z.uuid(),
        memberId: z.uuid(),
        kind: IncomeKind,
        amountFen: Fen,
        periodMonths: z.union([z.literal(1), z.literal(12)]),
        excluded: ExcludedIncome.nullable().default(null),
      }),
    )
    .max(100)
    .default([]),
  employmentCostFen: Fen.default(0),
  rigidDeductionFen: Fen.default(0),
});
export type IncomeForm = z.infer<typeof IncomeForm>;

export const PropertyKind = z.enum([
  'housing',
  'vehicle',
  'deposit',
  'securities',
  'insurance',
  'shop',
  'company',
]);
export type PropertyKind = z.infer<typeof PropertyKind>;

const PropertyAnswer = z.strictObject({
  /** null: not asked yet; false: an explicit "none". */
  has: z.boolean().nullable(),
  items: z
    .array(
      z.strictObject({ id: z.uuid(), memberId: z.uuid(), description: z.string().max(100), valueFen: Fen }),
    )
    .max(50),
});
export const PropertyForm = z.partialRecord(PropertyKind, PropertyAnswer);
export type PropertyForm = z.infer<typeof PropertyForm>;

/** Who applies on somebody's behalf: any other person with 委托书, or the 村（居） (L §37). */
export const AgentForm = z.strictObject({
  has: z.boolean().nullable().default(null),
  kind: z.enum(['person', 'village']).default('person'),
  name: z.string().max(60).default(''),
  idNumber: z.string().max(30).default(''),
  relation: z.string().max(20).default(''),
  phone: z.string().max(20).default(''),
});
export type AgentForm = z.infer<typeof AgentForm>;

/** How the draft began. Nobody types it; it goes into no application. */
export const DraftOrigin = z.strictObject({
  /** Amounts in force when it was begun, or when the clerk last took note of a change; null: not recorded. */
  amountsId: z.string().max(40).nullable(),
  /** What was asked then; empty: not recorded. */
  tasks: z.array(z.string().max(40)).max(40),
  /** The earlier application whose answers were taken over, and which sections still stand as taken. */
  reused: z
    .strictObject({
      caseId: z.uuid(),
      caseCode: z.string().max(40),
      submittedOn: IsoDate,
      sections: z.array(z.string().max(40)).max(40),
    })
    .nullable(),
});
export type DraftOrigin = z.infer<typeof DraftOrigin>;

/** The sections a clerk types, in the order of the paper form; each is saved whole, by itself. */
export const DraftSections = z.strictObject({
  identity: PersonForm.nullable().default(null),
  members: z.array(PersonForm).max(20).default([]),
  /** "Lives alone" is an explicit answer. */
  livesAlone: z.boolean().default(false),
  villageCode: z.string().max(12).default(''),
  kinship: KinshipForm.default({ declared: null, relatives: [] }),
  income: IncomeForm.default({
    farmHousehold: false,
    none: false,
    entries: [],
    employmentCostFen: 0,
    rigidDeductionFen: 0,
  }),
  property: PropertyForm.default({}),
  agent: AgentForm.default({ has: null, kind: 'person', name: '', idNumber: '', relation: '', phone: '' }),
  /** Sections of some kinds only; see `kind-tasks.ts`. */
  account: AccountForm.default({ holder: '', bank: '', number: '' }),
  supporters: SupportersForm.default({ none: false, people: [] }),
  selfCare: SelfCareForm.default({}),
  expenses: ExpensesForm.default({ none: false, entries: [] }),
  emergency: EmergencyForm.default({
    kind: null,
    what: '',
    happenedOn: '',
    place: '',
    urgent: null,
    requestedFen: 0,
  }),
  registeredElsewhere: RegisteredForm.default({ where: null, place: '' }),
  origin: DraftOrigin.default({ amountsId: null, tasks: [], reused: null }),
});
export type DraftSections = z.infer<typeof DraftSections>;
export type SectionName = keyof DraftSections;

/** Applicant first, then the others, as typed. */
export const peopleOf = (sections: DraftSections): PersonForm[] =>
  sections.identity ? [sections.identity, ...sections.members] : [...sections.members];
