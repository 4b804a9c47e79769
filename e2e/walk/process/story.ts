import type { CaseRun } from './case-run.ts';
import type { WalkWorld } from './walk-world.ts';

/** A life of one case or of two, played from beginning to end; throws where it does not go as the rules have it. */
export interface Story {
  name: string;
  play(world: WalkWorld): Promise<Told>;
}
export interface Told {
  runs: CaseRun[];
  /** How it ended, as the story has asserted it. */
  outcome: string;
}
