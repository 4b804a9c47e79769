import type { Person } from '../application/person.ts';
import { statusSources } from './coverage.ts';
import type { ComparisonRow, Difference } from './difference.ts';
import type { HouseholdFact, StatusFact } from './facts.ts';
import { silence, type Heard, type HeardFact } from './heard.ts';
import { inWords, type Said } from './said.ts';

type Stated = Pick<Person, 'id' | 'marriage' | 'disability' | 'work'>;
type Kind = StatusFact['kind'];

/** What is known of a person besides money. A death and a marriage that was not stated are flagged. */
export function compareStatus(person: Stated, heard: Heard): ComparisonRow[] {
  const facts = heard.facts.filter((one): one is HeardFact<StatusFact> => one.fact.topic === 'status');
  const found = facts.map((one) => foundRow(person, one));
  const comparable = (Object.keys(statusSources) as Kind[]).filter(
    (kind) => !facts.some(({ fact }) => fact.kind === kind),
  );
  return [...found, ...comparable.flatMap((kind) => silentRow(person, kind, heard))];
}

function foundRow(person: Stated, { source, fact }: HeardFact<StatusFact>): ComparisonRow {
  const declared = statedOf(person, fact.kind);
  const found = saidBy(fact);
  const difference = differenceOf(fact, declared, found);
  return {
    ...{ topic: 'status', kind: fact.kind, personId: person.id },
    ...{ declared, found, sources: [source], asOf: fact.asOf, difference },
    flag: flagOf(fact.kind, difference),
  };
}

/** "Single" is what a registry of marriages is silent about, so its silence contradicts nothing. */
function silentRow(person: Stated, kind: Kind, heard: Heard): ComparisonRow[] {
  const declared = statedOf(person, kind);
  if (!declared || (declared.as === 'marriage' && declared.marriage === 'single')) return [];
  const couldKnow = statusSources[kind] ?? [];
  const sources = heard.answered.filter((source) => couldKnow.includes(source));
  const silent = { found: null, sources, asOf: null, difference: silence(heard, couldKnow), flag: null };
  return [{ topic: 'status', kind, personId: person.id, declared, ...silent }];
}

function statedOf({ marriage, disability, work }: Stated, kind: Kind): Said | null {
  if (kind === 'marriage') return marriage && { as: 'marriage', marriage };
  if (kind === 'disability') return disability && { as: 'disability', disability };
  return kind === 'student' && work === 'student' ? { as: 'student' } : null;
}

function saidBy(fact: StatusFact): Said {
  switch (fact.kind) {
    case 'marriage':
      return { as: 'marriage', marriage: fact.marriage };
    case 'disability':
      return { as: 'disability', disability: fact.disability };
    case 'student':
      return { as: 'student' };
    case 'deceased':
      return { as: 'words', words: fact.on ? `${fact.label}（${fact.on}）` : fact.label };
    case 'employment':
    case 'medicalInsurance':
    case 'povertyMonitoring':
    case 'residence':
    case 'other':
      return { as: 'words', words: fact.text ? `${fact.label}：${fact.text}` : fact.label };
  }
}

function differenceOf(fact: StatusFact, declared: Said | null, found: Said): Difference {
  if (fact.kind !== 'deceased' && !(fact.kind in statusSources)) return 'unknown';
  if (!declared) return 'notDeclared';
  return inWords(declared) === inWords(found) ? 'same' : 'differs';
}

function flagOf(kind: Kind, difference: Difference): ComparisonRow['flag'] {
  if (kind === 'deceased') return 'deceased';
  return kind === 'marriage' && difference !== 'same' ? 'marriage' : null;
}

/** The size of the registered household beside the number of members stated. */
export function compareHousehold(members: number, personId: string, heard: Heard): ComparisonRow[] {
  return heard.facts
    .filter((one): one is HeardFact<HouseholdFact> => one.fact.topic === 'household')
    .map(({ source, fact }) => ({
      ...{ topic: 'household' as const, kind: 'size' as const, personId, flag: null },
      declared: { as: 'count' as const, count: members },
      found: { as: 'count' as const, count: fact.count },
      ...{ sources: [source], asOf: fact.asOf },
      difference: fact.count === members ? ('same' as const) : ('differs' as const),
    }));
}
