import { AssistanceKind } from '../../application/application.ts';
import { DraftSections } from '../../application/forms.ts';
import { PersonForm } from '../../application/person.ts';
import { applyCaseEvent } from '../../case/apply-event.ts';
import type { CommandOf } from '../../case/case-commands.ts';
import type { CaseEvent } from '../../case/case-events.ts';
import type { CaseState } from '../../case/case-state.ts';
import { decideCase } from '../../case/decide-case.ts';
import { demoAmounts, shippedRuleSets } from '../../rules/shipped.ts';
import type { RuleSet } from '../../rules/rule-set.ts';
import type { IsoDate } from '../../values/iso-date.ts';
import { portal } from '../process-actors.ts';
import {
  clerk,
  sampleEvidence,
  sampleSectionsOf,
  sampleSubmit,
  testContext,
  testId,
  testIdNumber,
} from '../sample-application.ts';

/** A case as it was opened, of every kind, household, way and rule set that the sequences begin with. */
export interface Opening {
  kind: AssistanceKind;
  ruleSet: RuleSet;
  submit: CommandOf<'submit'>;
  events: readonly CaseEvent[];
  state: CaseState;
}

export const openedOn: IsoDate = '2025-02-10';
const spouse = PersonForm.parse({
  id: testId(2),
  name: '李虚构甲',
  idNumber: testIdNumber('1952-05-06', 20),
  relation: 'spouse',
});
const agent = {
  has: true,
  kind: 'person',
  name: '吴虚构',
  idNumber: testIdNumber('1980-01-01', 31),
  relation: '亲戚',
  phone: '13800000001',
};
const relative = { id: testId(70), memberId: null, name: '钱虚构', role: 'civilServant', relation: '侄子' };

interface Household {
  two: boolean;
  relatives: boolean;
  agent: boolean;
}

export function submitOf(
  kind: AssistanceKind,
  { two, relatives, agent: has }: Household,
): CommandOf<'submit'> {
  const alone = sampleSectionsOf(kind);
  const sections = DraftSections.parse({
    ...alone,
    ...(two ? { members: [spouse], livesAlone: false } : {}),
    ...(relatives ? { kinship: { declared: true, relatives: [relative] } } : {}),
    ...(has ? { agent } : {}),
  });
  // Two live on 900 元 and stay below the standard; each kind stays one that can be granted.
  return sampleSubmit(sections, sampleEvidence(sections, openedOn, kind), openedOn, demoAmounts, kind);
}

const households: readonly Household[] = [
  { two: false, relatives: false, agent: false },
  { two: true, relatives: false, agent: false },
  { two: true, relatives: true, agent: true },
];

function open(kind: AssistanceKind, ruleSet: RuleSet, household: Household, online: boolean): Opening {
  const plain = submitOf(kind, household);
  const certification = { ...plain.certification, method: 'portal' as const, manualReason: null };
  const submit = online ? { ...plain, certification } : plain;
  const context = { ...testContext(online ? portal : clerk, openedOn), ruleSet };
  const decided = decideCase(null, submit, context);
  if (!decided.ok) throw new Error(`${kind}: ${JSON.stringify(decided.failure)}`);
  const state = decided.value.reduce<CaseState | null>(applyCaseEvent, null);
  if (!state) throw new Error('submit left nothing');
  return { kind, ruleSet, submit, events: decided.value, state };
}

export const openings = (): Opening[] =>
  AssistanceKind.options.flatMap((kind) =>
    shippedRuleSets.flatMap((ruleSet) =>
      households.flatMap((household) =>
        [false, true].map((online) => open(kind, ruleSet, household, online)),
      ),
    ),
  );
