import fc from 'fast-check';
import { expect, it } from 'vitest';
import { given } from '../testing/sequences/choices.ts';
import { openings } from '../testing/sequences/openings.ts';
import { play } from '../testing/sequences/play.ts';

const all = openings();

/** The slice of `npm run prove` for every run of the tests: the same sequences, fewer of them. */
it('whatever is tried by whomever in whatever order, no step is skipped and every rule holds', () => {
  let confirmed = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...all),
      fc.array(fc.nat({ max: 1_000_000 }), { minLength: 40, maxLength: 400 }),
      (opening, numbers) => {
        const played = play(opening, given(numbers), 45);
        if (played.confirmed) confirmed += 1;
        expect(played.violations).toEqual([]);
      },
    ),
    { numRuns: 3000 },
  );
  // A proof about cases that never get anywhere would prove nothing.
  expect(confirmed).toBeGreaterThan(100);
});
