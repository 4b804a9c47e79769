import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allStories } from './stories/all.ts';
import { kindStories } from './stories/kinds.ts';
import { WalkWorld } from './walk-world.ts';

/** Each story asserts its own outcome; here they are played one after the other, as the walk does. */
describe('odd lives on two stations and the district', () => {
  let world: WalkWorld;
  beforeAll(async () => {
    world = await WalkWorld.open('2025-01-06');
  });
  afterAll(() => world.close());

  // On a busy machine a story takes half a minute.
  it.each(allStories.filter((story) => !kindStories.includes(story)))(
    '$name',
    async (story) => {
      const { runs, outcome } = await story.play(world);
      expect(outcome).not.toBe('');
      for (const run of runs) await run.quiet();
      world.nextDay();
    },
    300_000,
  );
});
