import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import places from '../../assets/places/jiulongpo-500107.json' with { type: 'json' };
import { KinshipForm, PropertyKind } from '../../domain/application/forms.ts';
import { ExcludedIncome, IncomeKind } from '../../domain/eligibility/income.ts';
import { Disability, HealthState, Marriage, Relation, Sex, Work } from '../../domain/application/person.ts';
import { parseFen } from '../../domain/values/fen.ts';
import { checkIdAgainst, parseIdNumber } from '../../domain/values/id-number.ts';
import { ageOn, IsoDate } from '../../domain/values/iso-date.ts';
import { parsePersonName } from '../../domain/values/person-name.ts';
import { parsePhone } from '../../domain/values/phone.ts';
import type { Result } from '../../domain/values/result.ts';

/** Town of the fictional accounts; the household lives in one of its villages. */
export const demoTown = '500107001';

/** A text that one of the domain's own checks takes; its failure code becomes the message. */
const checked = (parse: (text: string) => Result<unknown>) =>
  z.string().superRefine((text, context) => {
    const parsed = parse(text);
    if (!parsed.ok) context.addIssue({ code: 'custom', message: parsed.failure.code });
  });
const Name = checked(parsePersonName);
const IdNumber = checked(parseIdNumber);
const Phone = checked(parsePhone);
/** Amount in 元 as a clerk types it: "1200", "1,200.50"; a JSON number is taken too. */
const Yuan = z.union([z.string(), z.number().transform(String)]).pipe(checked(parseFen));

const person = {
  name: Name,
  /** 18 digits with a right check digit; sex and birth follow from it. */
  idNumber: IdNumber,
  /** Only to be checked against the number. */
  sex: Sex.optional(),
  birth: IsoDate.optional(),
  /** Without 族: 汉. */
  ethnicity: z.string().max(20).default('汉'),
  phone: Phone.optional(),
  marriage: Marriage.optional(),
  work: Work.optional(),
  health: HealthState.default('healthy'),
  /** Kind 1–7 (视力 听力 言语 肢体 智力 精神 多重), grade 1–4; goes with health severeDisability. */
  disability: Disability.optional(),
};

const Applicant = z.strictObject({ ...person, address: z.string().min(1).max(120) });
const Member = z.strictObject({
  ...person,
  relation: Relation.exclude(['self']),
  /** Left out: as the applicant's. */
  address: z.string().min(1).max(120).optional(),
  /** false: cannot sign, `guardian` signs. Minors need one in any case. */
  capacity: z.boolean().default(true),
  /** Name of a grown-up of the household. */
  guardian: z.string().optional(),
});
const Income = z.strictObject({
  /** Name of the earner; left out: the applicant. */
  of: z.string().optional(),
  kind: IncomeKind,
  yuan: Yuan,
  months: z.union([z.literal(1), z.literal(12)]).default(1),
  excluded: ExcludedIncome.optional(),
});
const PropertyItem = z.strictObject({
  of: z.string().optional(),
  description: z.string().min(1).max(100),
  yuan: Yuan,
});
const Relative = z.strictObject({
  of: z.string().optional(),
  name: Name,
  role: KinshipForm.shape.relatives.unwrap().element.shape.role,
  relation: z.string().min(1).max(20),
});
const Agent = z.strictObject({
  kind: z.enum(['person', 'village']),
  name: Name,
  idNumber: IdNumber.optional(),
  relation: z.string().max(20).default(''),
  phone: Phone.optional(),
});

/**
 * What `npm run walk -- --data FILE.json` reads: one household in plain terms, everything but the applicant with a default.
 * Money in 元 as text. People are named by their names. Unknown keys are errors.
 */
export const Household = z
  .strictObject({
    applicant: Applicant,
    members: z.array(Member).max(20).default([]),
    farmHousehold: z.boolean().default(false),
    /** Empty: the household says that it has none. */
    incomes: z.array(Income).max(100).default([]),
    /** Kinds left out are answered with none. */
    property: z.partialRecord(PropertyKind, z.array(PropertyItem).min(1).max(50)).default({}),
    agent: Agent.nullable().default(null),
    /** Relatives to declare (近亲属备案); empty: none. */
    kinship: z.array(Relative).max(20).default([]),
    villageCode: z
      .string()
      .refine((code) => villageName(code) !== null, { message: `no village of town ${demoTown}` })
      .default('500107001001'),
    /** JPEG of the person at the camera; left out: a sample photo. */
    facePhoto: z.string().min(1).optional(),
    /** JPEG from which the card's photo is made; left out: another photo of the sample person, or `facePhoto`. */
    cardPhoto: z.string().min(1).optional(),
    network: z.enum(['whole', 'cutBetween2And8']).default('whole'),
  })
  .superRefine((household, context) => {
    const issue = (path: PropertyKey[], message: string): void =>
      context.addIssue({ code: 'custom', path, message });
    const { applicant, members } = household;
    const names = [applicant.name, ...members.map(({ name }) => name)];
    for (const [index, name] of names.entries())
      if (names.indexOf(name) < index) issue(['members', index - 1, 'name'], 'two people of this name');
    checkPerson(applicant, ['applicant'], issue);
    for (const [index, member] of members.entries()) {
      checkPerson(member, ['members', index], issue);
      const needed = !member.capacity || isMinor(member.idNumber);
      const guardian = [{ ...applicant, capacity: true }, ...members].find((p) => p.name === member.guardian);
      const able =
        guardian && guardian.name !== member.name && guardian.capacity && !isMinor(guardian.idNumber);
      if (needed && !able) issue(['members', index, 'guardian'], 'a grown-up of the household must sign');
    }
    const known = (path: PropertyKey[], of: string | undefined): void => {
      if (of !== undefined && !names.includes(of)) issue([...path, 'of'], 'nobody of the household');
    };
    for (const [index, { of }] of household.incomes.entries()) known(['incomes', index], of);
    for (const [index, { of }] of household.kinship.entries()) known(['kinship', index], of);
    for (const [kind, items] of Object.entries(household.property))
      for (const [index, { of }] of items.entries()) known(['property', kind, index], of);
    const { agent } = household;
    if (agent?.kind === 'person' && !agent.phone) issue(['agent', 'phone'], 'an agent gives a phone number');
    if (agent?.kind === 'person' && !agent.idNumber)
      issue(['agent', 'idNumber'], 'an agent shows an ID card');
  });
export type Household = z.infer<typeof Household>;
export type HouseholdMember = Household['members'][number];

type Checked = z.infer<typeof Applicant> | z.infer<typeof Member>;

function checkPerson(
  given: Checked,
  path: PropertyKey[],
  issue: (path: PropertyKey[], m: string) => void,
): void {
  const { idNumber, sex, birth, health, disability } = given;
  const facts = checkIdAgainst(idNumber, { sex, birth }, today());
  // A wrong number has said so itself by now.
  if (!facts.ok && parseIdNumber(idNumber).ok) {
    const field = facts.failure.code === 'idNumber.sexMismatch' ? 'sex' : 'birth';
    issue([...path, field], facts.failure.code);
  }
  if ((health === 'severeDisability') !== (disability !== undefined))
    issue([...path, 'disability'], 'goes with health severeDisability, and it with a disability');
}

export const isMinor = (idNumber: string): boolean =>
  parseIdNumber(idNumber).ok &&
  ageOn(`${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`, today()) < 18;

export const today = (): string => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });

export function villageName(code: string): string | null {
  const town = places.find((place) => place.code === demoTown);
  return town?.villages.find((village) => village.code === code)?.name ?? null;
}

/** One fictional person who lives alone, the shortest way through. */
export const defaultHousehold: Household = Household.parse({
  applicant: {
    name: '张示例',
    idNumber: '500107197903129818',
    address: '重庆市九龙坡区示例路1号附1号（虚构）',
    phone: '13800000000',
  },
  incomes: [{ kind: 'pension', yuan: '450' }],
});

/** Reads a household file. Throws with the path of every field that is wrong: `applicant.idNumber: idNumber.checkDigit`. */
export async function readHousehold(file: string): Promise<Household> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(file, 'utf8'));
  } catch (cause) {
    throw new Error(`${file}: not a readable JSON file`, { cause });
  }
  const parsed = Household.safeParse(json);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(({ path, message, code, ...rest }) => {
    const extra = code === 'unrecognized_keys' && 'keys' in rest ? (rest.keys as string[])[0] : undefined;
    const field = [...path, ...(extra ? [extra] : [])].join('.') || 'file';
    return `  ${field}: ${message}`;
  });
  throw new Error(`${file} does not describe a household:\n${lines.join('\n')}`);
}
