import { shippedRuleSets } from '../domain/rules/shipped.ts';
import { seeded } from '../domain/testing/sequences/choices.ts';
import { openings } from '../domain/testing/sequences/openings.ts';
import { play } from '../domain/testing/sequences/play.ts';

/** What one worker proved; transitions by kind, numbered as in the process data. */
export interface ProveTally {
  sequences: number;
  commands: number;
  accepted: number;
  confirmed: number;
  violations: string[];
  taken: Record<string, number[]>;
}

/** Most commands of a sequence. */
const MOST = 45;
/** More of the same say nothing new. */
const KEPT = 20;

export function emptyTally(): ProveTally {
  const processes = Object.entries(shippedRuleSets[0]?.processes ?? {});
  const taken = processes.map(([kind, { transitions }]) => [kind, transitions.map(() => 0)] as const);
  const zero = { sequences: 0, commands: 0, accepted: 0, confirmed: 0 };
  return { ...zero, violations: [], taken: Object.fromEntries(taken) };
}

export function addTally(sum: ProveTally, more: ProveTally): void {
  sum.sequences += more.sequences;
  sum.commands += more.commands;
  sum.accepted += more.accepted;
  sum.confirmed += more.confirmed;
  sum.violations.push(...more.violations.slice(0, KEPT - sum.violations.length));
  for (const [kind, counts] of Object.entries(more.taken))
    counts.forEach((count, i) => {
      const own = sum.taken[kind];
      if (own) own[i] = (own[i] ?? 0) + count;
    });
}

/** Sequences `from` up to `to` of the seed: each has a seed of its own, so that the number of workers changes nothing. */
export function prove(seed: number, from: number, to: number): ProveTally {
  const tally = emptyTally();
  const opened = openings();
  for (let i = from; i < to; i += 1) {
    const opening = opened[i % opened.length];
    if (!opening) break;
    const played = play(opening, seeded(seed * 2_654_435_761 + i * 40_503), MOST);
    tally.sequences += 1;
    tally.commands += played.commands;
    tally.accepted += played.accepted;
    tally.confirmed += played.confirmed ? 1 : 0;
    const counts = tally.taken[opening.kind] ?? [];
    for (const at of played.taken) counts[at] = (counts[at] ?? 0) + 1;
    for (const violation of played.violations)
      if (tally.violations.length < KEPT) tally.violations.push(`sequence ${String(i)}: ${violation}`);
  }
  return tally;
}
