import { z } from 'zod';
import shippedParts from '../../assets/processes/transitions.json' with { type: 'json' };
import { Process, Transition } from '../process/process.ts';
import { RuleSet } from './rule-set.ts';

/** Parts of the way that several kinds share, by name. */
export const TransitionParts = z.record(z.string(), z.array(Transition));
export type TransitionParts = z.infer<typeof TransitionParts>;

/** As it is written: a process names the shared parts it is made of, and may add transitions of its own. */
const WrittenProcess = Process.omit({ transitions: true }).extend({
  parts: z.array(z.string()).min(1),
  transitions: z.array(Transition).optional(),
});
const Written = z.looseObject({ processes: z.record(z.string(), WrittenProcess) });

/** Reads a rule set as a civil servant writes it. Throws with what is wrong: unknown part, way around a step, missing guard. */
export function readRuleSet(
  json: unknown,
  parts: TransitionParts = TransitionParts.parse(shippedParts),
): RuleSet {
  const written = Written.parse(json);
  const processes = Object.entries(written.processes).map(
    ([kind, { parts: names, transitions, ...rest }]) => {
      const shared = names.flatMap((name) => {
        const part = parts[name];
        if (!part) throw new Error(`processes.${kind}.parts: ${name} is not known`);
        return part;
      });
      return [kind, { ...rest, transitions: [...shared, ...(transitions ?? [])] }] as const;
    },
  );
  return RuleSet.parse({ ...written, processes: Object.fromEntries(processes) });
}
