import { equal, ok } from 'node:assert/strict';
import type { AssistanceKind } from '../../../../domain/application/application.ts';
import { takeIn } from '../intake.ts';
import { toTheEnd } from '../steps.ts';
import type { Story } from '../story.ts';

const paid: Record<AssistanceKind, boolean> = {
  ...{ dibao: true, tekun: true, linshi: true },
  ...{ dibaoMargin: false, rigidExpenditure: false },
};

/** A kind from the window to the register; what is paid is what the arithmetic gave. */
const wholeLife = (kind: AssistanceKind): Story => ({
  name: `kind.${kind}`,
  async play(world) {
    const run = await takeIn(world, { kind });
    await toTheEnd(run);
    await run.quiet();
    const { step, grant, notices } = await run.state('district');
    equal(step, 'REGISTERED');
    equal((grant?.amountFen ?? 0) > 0, paid[kind]);
    equal(notices.length, kind === 'linshi' ? 0 : 1);
    ok(grant?.payFrom);
    return { runs: [run], outcome: step };
  },
});

export const kindStories: Story[] = (
  ['dibao', 'tekun', 'linshi', 'dibaoMargin', 'rigidExpenditure'] as const
).map(wholeLife);
