import { materialCatalogue, type MaterialRow } from './catalogue.ts';
import type { MaterialFacts } from './material-facts.ts';
import type { Slot } from './slots.ts';

export interface RequiredMaterial {
  slot: Slot;
  /** Whose it is; absent for the whole household. */
  memberId?: string;
  requirement: 'always' | 'conditional';
  /** In plain Chinese, for the clerk and the notice. */
  reason: string;
}

/**
 * What this household must bring, in the order of the list. What the checking mechanism verifies is left out
 * (《社会救助法》第六十二条); identity, statement and authorization are always asked for.
 */
export function requiredMaterials(facts: MaterialFacts): RequiredMaterial[] {
  return materialCatalogue
    .filter((row) => row.kinds.includes(facts.kind))
    .filter((row) => !(row.waivable && facts.verifiable.includes(row.slot)))
    .flatMap((row) => owners(row, facts).map((owner) => ({ ...owner, ...pick(row) })));
}

const pick = ({ slot, requirement, reason }: MaterialRow) => ({ slot, requirement, reason });

/** One empty object for the household, or one with the id of each person asked. */
function owners({ need }: MaterialRow, facts: MaterialFacts): { memberId?: string }[] {
  switch (need.per) {
    case 'household':
      return need.when(facts) ? [{}] : [];
    case 'member':
      return facts.members.filter(need.when).map(({ id }) => ({ memberId: id }));
    case 'supporter':
      return (facts.consentingSupporters ?? []).map(({ id }) => ({ memberId: id }));
  }
}
