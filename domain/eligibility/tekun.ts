import type { LocalAmounts } from '../rules/local-amounts.ts';
import { ok, type Result } from '../values/result.ts';
import {
  moneyLine,
  outcomeOf,
  propertyCondition,
  type Assessed,
  type AssessedAmount,
  type Condition,
  type KindFacts,
} from './assessment.ts';
import { assessDibao, type DibaoFailure } from './dibao.ts';
import { perCapitaLines } from './dibao-kind.ts';
import { workCapacity } from './person-state.ts';
import { selfCareLevel, selfCareNames, selfCareFailed, type SelfCareLevel } from './self-care.ts';

export interface TekunAssessed extends Assessed {
  /** null: not all six answered. */
  selfCare: SelfCareLevel | null;
}

const LAW = '《社会救助法》第十六条';
const RULE = '民发〔2021〕43号';

/**
 * 特困: every person of the household without capacity to work, without income to live on, and nobody liable who can support
 * (L §16). Without income means below the 低保 standard (民发〔2021〕43号). Whether supporters can support is found out only with
 * their consent (L §41), so a supporter who has not agreed leaves it open, and never decides against anybody.
 */
export function assessTekun(facts: KindFacts, amounts: LocalAmounts): Result<TekunAssessed, DibaoFailure> {
  const { members, income, propertyComplies, today } = facts;
  const reckoned = assessDibao({ ...income, memberCount: members.length, propertyComplies }, amounts);
  if (!reckoned.ok) return reckoned;
  const { belowStandard, perCapitaFen } = reckoned.value;
  const conditions: Condition[] = [
    capacityCondition(members, today),
    {
      code: 'income',
      label: '没有生活来源（人均收入低于低保标准）',
      state: belowStandard ? 'met' : 'notMet',
      found: `人均一个月 ${moneyLine('', perCapitaFen).text}`,
      source: `${LAW}；${RULE}`,
    },
    propertyCondition(propertyComplies, RULE),
    supporterCondition(facts.supporters),
  ];
  const selfCare = selfCareLevel(facts.selfCare);
  return ok({
    outcome: outcomeOf(conditions),
    conditions,
    selfCare,
    lines: [
      ...perCapitaLines(reckoned.value),
      ...(selfCare
        ? [
            {
              label: '生活自理能力',
              text: `${selfCareNames[selfCare]}（6 项中 ${selfCareFailed(facts.selfCare)} 项做不到）`,
            },
          ]
        : []),
    ],
    amount: selfCare ? tekunAmount(selfCare, amounts) : null,
  });
}

function capacityCondition(members: KindFacts['members'], today: string): Condition {
  const states = members.map((member) => workCapacity(member, today));
  const against = states.find(({ without }) => without === false);
  const open = states.find(({ without }) => without === null);
  const shown = against ?? open ?? states[0];
  return {
    code: 'capacity',
    label: '没有劳动能力',
    state: against ? 'notMet' : open ? 'open' : 'met',
    found: shown?.found ?? '',
    source: `${LAW}；${RULE}`,
  };
}

function supporterCondition(supporters: KindFacts['supporters']): Condition {
  const [state, found] = supporterState(supporters);
  return {
    code: 'supporters',
    label: '没有法定赡养、抚养、扶养义务人，或者他们没有能力',
    state,
    found,
    source: `${LAW}、第四十一条`,
  };
}

function supporterState(supporters: KindFacts['supporters']): [Condition['state'], string] {
  if (!supporters) return ['open', '还没有问'];
  if (supporters.none) return ['met', '没有义务人'];
  const { people } = supporters;
  if (people.length === 0) return ['open', '还没有问'];
  if (people.some(({ able, consent }) => able && consent)) return ['notMet', '有义务人有能力'];
  if (people.some(({ able, consent }) => able !== false || !consent))
    return ['open', '要等义务人同意以后核对'];
  return ['met', '义务人都没有能力'];
}

/** Basic standard and care standard a month (L §17); null when the district has set none. */
function tekunAmount(level: SelfCareLevel, { tekun }: LocalAmounts): AssessedAmount | null {
  if (!tekun) return null;
  const care = tekun.careFen[level];
  const fen = tekun.basicFen + care;
  return {
    per: 'month',
    fen,
    lines: [
      moneyLine('基本生活标准', tekun.basicFen),
      moneyLine(`照料护理标准（${selfCareNames[level]}）`, care),
      moneyLine('每月合计', fen),
    ],
    source: '《社会救助法》第十七条',
  };
}
