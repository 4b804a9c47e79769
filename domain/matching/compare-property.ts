import type { Application } from '../application/application.ts';
import { PropertyKind } from '../application/forms.ts';
import { propertySources } from './coverage.ts';
import { amountDifference, type ComparisonRow } from './difference.ts';
import type { PropertyFact } from './facts.ts';
import { groups, latest, silence, sourcesIn, unlessPartial, type Heard, type HeardFact } from './heard.ts';
import type { Said } from './said.ts';

/** Every institution holds accounts of its own; a shop that two offices know is one shop. */
const addsUp: readonly PropertyKind[] = ['deposit'];

/** Each kind of property of one person, by value, or by number where a department keeps no value. */
export function compareProperty(
  { property }: Pick<Application, 'property'>,
  personId: string,
  heard: Heard,
): ComparisonRow[] {
  const facts = heard.facts.filter((one): one is HeardFact<PropertyFact> => one.fact.topic === 'property');
  return PropertyKind.options.flatMap((kind): ComparisonRow[] => {
    const answer = property[kind];
    const items = (answer?.has ? answer.items : []).filter((item) => item.memberId === personId);
    const stated = items.map(({ valueFen }) => valueFen);
    const found = groups(
      facts.filter(({ fact }) => fact.kind === kind),
      addsUp.includes(kind),
    );
    const row = { topic: 'property' as const, kind, personId, flag: null };
    if (found.length > 0) return found.map((group) => ({ ...row, ...against(stated, group, heard, kind) }));
    if (stated.length === 0) return [];
    const sources = heard.answered.filter((source) => propertySources[kind].includes(source));
    const difference = silence(heard, propertySources[kind]);
    return [{ ...row, declared: worth(stated), found: null, sources, asOf: null, difference }];
  });
}

const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);
const worth = (list: readonly number[]): Said => ({ as: 'money', fen: sum(list), periodMonths: null });
const count = (list: readonly unknown[]): Said => ({ as: 'count', count: list.length });

function against(
  stated: readonly number[],
  group: HeardFact<PropertyFact>[],
  heard: Heard,
  kind: PropertyKind,
) {
  const amounts = group.flatMap(({ fact }) => (fact.amountFen === null ? [] : [fact.amountFen]));
  const byValue = amounts.length === group.length;
  const measure = byValue ? sum : (list: readonly unknown[]) => list.length;
  const say = byValue ? worth : count;
  const found = byValue ? amounts : group.map(() => 0);
  const plain = amountDifference(stated.length > 0 ? measure(stated) : null, measure(found));
  return {
    declared: stated.length > 0 ? say(stated) : null,
    found: say(found),
    sources: sourcesIn(group),
    asOf: latest(group),
    difference: addsUp.includes(kind) ? unlessPartial(plain, heard, propertySources[kind]) : plain,
  };
}
