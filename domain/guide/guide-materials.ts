import type { MaterialFacts, MaterialKind, MemberFacts } from '../materials/material-facts.ts';
import { requiredMaterials } from '../materials/required-materials.ts';
import { Slot, slotInfo } from '../materials/slots.ts';

export interface GuideMaterial {
  slot: Slot;
  title: string;
  /** Why, or in which case. */
  reason: string;
  source: string;
  /** Not to be brought where it can be looked up (L §62). */
  waivable: boolean;
}

const plain: MemberFacts = {
  id: 'plain',
  disabled: false,
  seriousIllness: false,
  studentAdult: false,
  capacity: true,
};
/** Somebody for whom everything that can be asked of a member is asked. */
const burdened: MemberFacts = {
  ...plain,
  id: 'burdened',
  disabled: true,
  seriousIllness: true,
  studentAdult: true,
  capacity: false,
};
const facts = (kind: MaterialKind, more: Partial<MaterialFacts> = {}): MaterialFacts => ({
  kind,
  members: [plain],
  hasAgent: false,
  verifiable: [],
  ...more,
});
const everything = (kind: MaterialKind): MaterialFacts =>
  facts(kind, {
    members: [plain, burdened],
    hasAgent: true,
    consentingSupporters: [{ id: 'supporter' }],
    event: { incident: true, expenses: true, grantedFirst: true },
  });

/**
 * What a resident brings for a kind, asked of `requiredMaterials` itself, so that guide and window never differ:
 * `always` for a plain household, `sometimes` what a household in every special situation is asked beyond it.
 */
export function guideMaterials(kind: MaterialKind): { always: GuideMaterial[]; sometimes: GuideMaterial[] } {
  const always = listed(facts(kind));
  const key = ({ slot, reason }: GuideMaterial): string => `${slot} ${reason}`;
  const known = new Set(always.map(key));
  return { always, sometimes: listed(everything(kind)).filter((each) => !known.has(key(each))) };
}

function listed(household: MaterialFacts): GuideMaterial[] {
  const kept = new Set(
    requiredMaterials({ ...household, verifiable: Slot.options }).map(
      ({ slot, reason }) => `${slot} ${reason}`,
    ),
  );
  const lines = requiredMaterials(household).map(({ slot, reason }) => ({
    slot,
    ...slotInfo[slot],
    reason,
    waivable: !kept.has(`${slot} ${reason}`),
  }));
  return lines.filter(
    ({ slot, reason }, index) =>
      lines.findIndex((other) => other.slot === slot && other.reason === reason) === index,
  );
}
