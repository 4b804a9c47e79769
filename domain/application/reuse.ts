import type { Application, AssistanceKind } from './application.ts';
import type { DraftSections, SectionName } from './forms.ts';
import { asks } from './kind-tasks.ts';
import type { Person, PersonForm } from './person.ts';

/** Sections an earlier application may fill. The event and who hands it in belong to one application only. */
const reusable = [
  'members',
  'villageCode',
  'kinship',
  'income',
  'property',
  'expenses',
  'supporters',
  'selfCare',
  'account',
  'registeredElsewhere',
] as const satisfies readonly SectionName[];
export type ReusableSection = (typeof reusable)[number];

export interface Reused {
  sections: DraftSections;
  /** Filled from the earlier application. */
  taken: (ReusableSection | 'identity')[];
  /** Answered here already, so left as they are though the earlier one says something too. */
  kept: (ReusableSection | 'identity')[];
}

/**
 * Fills what is still empty from an earlier application of the same applicant. What was typed stays, section by section, and
 * for the applicant field by field; both lists are for telling the clerk. People get new ids: a person of another case is
 * another entry.
 */
export function reuseAnswers(
  current: DraftSections,
  kind: AssistanceKind,
  earlier: Application,
  newId: () => string,
): Reused {
  const identity = current.identity;
  const [first, ...others] = earlier.members;
  if (!identity || !first) return { sections: current, taken: [], kept: [] };
  const ids = new Map([[first.id, identity.id], ...others.map(({ id }): [string, string] => [id, newId()])]);
  const offered = offeredSections(earlier, ids, newId);
  const asked = reusable.filter((name) => offered[name] !== undefined && (!isTask(name) || asks(kind, name)));
  const taken = asked.filter((name) => !answered(current, name));
  const kept = asked.filter((name) => answered(current, name));
  const merged = mergeApplicant(identity, first);
  const fresh = Object.fromEntries(taken.map((name) => [name, offered[name]]));
  const sections: DraftSections = { ...current, ...fresh, identity: merged };
  const alone = taken.includes('members') && others.length === 0;
  return {
    sections: alone ? { ...sections, livesAlone: true } : sections,
    taken: merged === identity ? taken : ['identity', ...taken],
    kept,
  };
}

const isTask = (
  name: ReusableSection,
): name is Exclude<ReusableSection, 'villageCode' | 'registeredElsewhere'> =>
  name !== 'villageCode' && name !== 'registeredElsewhere';

function offeredSections(
  earlier: Application,
  ids: ReadonlyMap<string, string>,
  newId: () => string,
): Partial<Pick<DraftSections, ReusableSection>> {
  const { income, property, kinship, expenses, supporters, selfCare, account, registeredElsewhere } = earlier;
  const renamed = <T extends { id: string; memberId: string }>(entries: readonly T[]): T[] =>
    entries.flatMap((entry) => {
      const memberId = ids.get(entry.memberId);
      return memberId ? [{ ...entry, id: newId(), memberId }] : [];
    });
  const kinds = Object.entries(property);
  return {
    members: earlier.members.slice(1).map((member) => asForm(member, ids)),
    villageCode: earlier.villageCode,
    kinship: {
      ...kinship,
      relatives: kinship.relatives.map((relative) => ({
        ...relative,
        id: newId(),
        memberId: ids.get(relative.memberId ?? '') ?? null,
      })),
    },
    ...(income.none || income.entries.length > 0
      ? { income: { ...income, entries: renamed(income.entries) } }
      : {}),
    ...(kinds.length > 0
      ? { property: Object.fromEntries(kinds.map(([kind, a]) => [kind, { ...a, items: renamed(a.items) }])) }
      : {}),
    ...(expenses ? { expenses: { ...expenses, entries: renamed(expenses.entries) } } : {}),
    ...(supporters
      ? { supporters: { ...supporters, people: supporters.people.map((one) => ({ ...one, id: newId() })) } }
      : {}),
    ...(selfCare ? { selfCare } : {}),
    ...(account ? { account } : {}),
    ...(registeredElsewhere ? { registeredElsewhere } : {}),
  };
}

const fields = [
  'name',
  'idNumber',
  'sex',
  'birth',
  'ethnicity',
  'phone',
  'address',
  'relation',
  'marriage',
  'health',
  'disability',
  'work',
] as const;

function asForm(person: Person, ids: ReadonlyMap<string, string>): PersonForm {
  const sources = Object.fromEntries(
    fields.filter((field) => person[field]).map((field) => [field, 'previous' as const]),
  );
  return {
    ...person,
    id: ids.get(person.id) ?? person.id,
    guardianId: ids.get(person.guardianId ?? '') ?? null,
    sources,
  };
}

/** The applicant's empty fields filled; the same object when there was none to fill. */
function mergeApplicant(current: PersonForm, earlier: Person): PersonForm {
  const untold =
    current.health === 'healthy' && !current.disability && current.sources['health'] === undefined;
  const empty = fields.filter((field) => {
    if (field === 'relation') return false;
    if (field === 'health' || field === 'disability') return untold && earlier[field] !== current[field];
    return !current[field] && Boolean(earlier[field]);
  });
  if (empty.length === 0) return current;
  const filled = Object.fromEntries(empty.map((field) => [field, earlier[field]]));
  const sources = Object.fromEntries(empty.map((field) => [field, 'previous' as const]));
  return { ...current, ...filled, sources: { ...current.sources, ...sources } };
}

function answered(sections: DraftSections, name: ReusableSection): boolean {
  switch (name) {
    case 'members':
      return sections.members.length > 0 || sections.livesAlone;
    case 'villageCode':
      return sections.villageCode !== '';
    case 'kinship':
      return sections.kinship.declared !== null;
    case 'income':
      return sections.income.none || sections.income.entries.length > 0;
    case 'property':
      return Object.keys(sections.property).length > 0;
    case 'expenses':
      return sections.expenses.none || sections.expenses.entries.length > 0;
    case 'supporters':
      return sections.supporters.none || sections.supporters.people.length > 0;
    case 'selfCare':
      return Object.keys(sections.selfCare).length > 0;
    case 'account':
      return Object.values(sections.account).some((text) => text.trim() !== '');
    case 'registeredElsewhere':
      return sections.registeredElsewhere.where !== null;
  }
}
