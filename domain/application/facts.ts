import type { MaterialFacts } from '../materials/material-facts.ts';
import type { RequiredMaterial } from '../materials/required-materials.ts';
import { requiredMaterials } from '../materials/required-materials.ts';
import type { Slot } from '../materials/slots.ts';
import { assessDibao, dibaoFormula } from '../eligibility/dibao.ts';
import type { LocalAmounts } from '../rules/local-amounts.ts';
import { ageOn, isIsoDate, type IsoDate } from '../values/iso-date.ts';
import type { AssistanceKind } from './application.ts';
import { PropertyKind, type IncomeForm, type PropertyForm } from './forms.ts';
import type { KindParts } from './kind-forms.ts';
import type { Person, PersonForm } from './person.ts';

/** Material that the signed electronic form itself is; nothing is scanned for it. */
export const electronicSlots: readonly Slot[] = [
  'application',
  'statement',
  'commitment',
  'authorization',
  'eventFacts',
];

type AnyPerson = Pick<
  Person | PersonForm,
  'id' | 'name' | 'birth' | 'health' | 'disability' | 'work' | 'capacity' | 'relation'
>;

/** Under 18, or without capacity for civil acts: the guardian signs (民法典 §§19–23). */
export function needsGuardian(person: Pick<AnyPerson, 'birth' | 'capacity'>, today: IsoDate): boolean {
  return !person.capacity || (isIsoDate(person.birth) && ageOn(person.birth, today) < 18);
}

/** What the household must bring to the window, electronic forms left out. */
export function materialsToBring(
  kind: AssistanceKind,
  members: readonly AnyPerson[],
  hasAgent: boolean,
  verifiable: readonly Slot[],
  today: IsoDate,
  { supporters, emergency }: KindParts = {},
): RequiredMaterial[] {
  const consenting = supporters?.none ? [] : (supporters?.people.filter(({ consent }) => consent) ?? []);
  const facts: MaterialFacts = {
    kind,
    hasAgent,
    verifiable,
    members: members.map((m) => ({
      id: m.id,
      name: m.name,
      disabled: m.disability !== null,
      seriousIllness: m.health === 'seriousIllness',
      studentAdult: m.work === 'student' && isIsoDate(m.birth) && ageOn(m.birth, today) >= 18,
      capacity: !needsGuardian(m, today),
    })),
    consentingSupporters: consenting.map(({ id }) => ({ id })),
    ...(emergency?.kind ? { event: eventOf(emergency.kind) } : {}),
  };
  // Supporters do not sit at the window: what they sign at home is filed as paper.
  const onPaper = new Set(consenting.map(({ id }) => id));
  return requiredMaterials(facts).filter(
    ({ slot, memberId }) =>
      !electronicSlots.includes(slot) || (memberId !== undefined && onPaper.has(memberId)),
  );
}

const eventOf = (kind: NonNullable<NonNullable<KindParts['emergency']>['kind']>) => ({
  incident: kind === 'fire' || kind === 'traffic' || kind === 'accident',
  expenses: kind === 'illness' || kind === 'education',
  // The explanation is asked for once the grant has been made.
  grantedFirst: false,
});

/** The income arithmetic of a form; property compliance is found by the survey, so it stays open here. */
export function assessForm(income: IncomeForm, memberCount: number, amounts: LocalAmounts) {
  return assessDibao({ ...statedIncome(income), memberCount, propertyComplies: null }, amounts);
}

/** The terms of the arithmetic of a form, for showing a result already on record. */
export const formulaOfForm = (income: IncomeForm) => dibaoFormula(statedIncome(income));

/** Income as the arithmetic takes it. */
export const statedIncome = ({
  none,
  entries,
  employmentCostFen,
  rigidDeductionFen,
  farmHousehold,
}: IncomeForm) => ({
  incomes: none ? [] : entries,
  employmentCostFen,
  rigidDeductionFen,
  farmHousehold,
});

export const propertyKinds = PropertyKind.options;

/** Kinds of property nobody has answered for: "none" must be said. */
export const propertyUnanswered = (property: PropertyForm) =>
  propertyKinds.filter((kind) => {
    const answer = property[kind];
    return !answer || answer.has === null || (answer.has && answer.items.length === 0);
  });
