import amountsDemo from '../../assets/rule-sets/amounts-demo.json' with { type: 'json' };
import cn202157 from '../../assets/rule-sets/cn-2021-57.json' with { type: 'json' };
import cqJlp2023 from '../../assets/rule-sets/cq-jlp-2023.json' with { type: 'json' };
import { fail, ok, type Failure, type Result } from '../values/result.ts';
import { LocalAmounts } from './local-amounts.ts';
import { readRuleSet } from './read-rule-set.ts';
import type { RuleSet } from './rule-set.ts';

/** The rule sets that come with the program; the district may add later ones as data. */
export const shippedRuleSets: readonly RuleSet[] = [readRuleSet(cqJlp2023), readRuleSet(cn202157)];

/** Fictional amounts for the demo household; see its `source`. */
export const demoAmounts: LocalAmounts = LocalAmounts.parse(amountsDemo);

/** The rule set of a case by its id; `ruleSet.unknown` with `{ id, known }`. */
export function findRuleSet(
  id: string,
  sets: readonly RuleSet[] = shippedRuleSets,
): Result<RuleSet, Failure<'ruleSet.unknown'>> {
  const found = sets.find((set) => set.id === id);
  return found ? ok(found) : fail('ruleSet.unknown', { id, known: sets.map((set) => set.id) });
}
