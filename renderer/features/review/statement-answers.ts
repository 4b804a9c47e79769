import type { AgentForm, IncomeForm, KinshipForm, PropertyForm } from '../../../domain/application/forms.ts';
import { propertyKinds } from '../../../domain/application/facts.ts';
import { excludedIncomeTitles } from '../../../domain/eligibility/income.ts';
import { maskIdNumber } from '../../../domain/privacy/mask.ts';
import { formatYuanWithUnit } from '../../../domain/values/fen.ts';
import { incomeNames, kinshipRoleNames, propertyNames } from '../../words/statement-names.ts';
import { answer, type Answer } from './answer.ts';

export type Names = readonly { id: string; name: string }[];

const nameOf = (people: Names, id: string | null): string =>
  people.find((person) => person.id === id)?.name || '家里人';

/** 近亲属备案. */
export function kinshipAnswers({ declared, relatives }: KinshipForm, people: Names): Answer[] {
  if (!declared)
    return [answer('家里有亲属是公职、低保经办或村（居）人员吗', declared === false ? '没有' : null)];
  return relatives.map(({ name, role, relation, memberId }) =>
    answer(
      kinshipRoleNames[role],
      `${name}${relation ? `，是${nameOf(people, memberId)}的${relation}` : ''}`,
      'manual',
    ),
  );
}

/** Every income with its owner and period; "none" is said, not left out. */
export function incomeAnswers(income: IncomeForm, people: Names): Answer[] {
  const entries = income.none
    ? []
    : income.entries.map(({ memberId, kind, amountFen, periodMonths, excluded }) => {
        const span = periodMonths === 12 ? '一年' : '一个月';
        const left = excluded ? `（不计入：${excludedIncomeTitles[excluded]}）` : '';
        const value = `${span} ${formatYuanWithUnit(amountFen)}${left}`;
        return answer(`${nameOf(people, memberId)}的${incomeNames[kind]}`, value, 'manual');
      });
  return [
    answer('家庭类型', income.farmHousehold ? '农业家庭，按 12 个月算' : '非农业家庭，按上个月算'),
    ...(income.none ? [answer('收入', '全家没有收入', 'manual')] : entries),
    ...(entries.length === 0 && !income.none ? [answer('收入', null)] : []),
    ...deduction('就业成本，每月', income.employmentCostFen),
    ...deduction('必需支出扣减，每月', income.rigidDeductionFen),
  ];
}

const deduction = (label: string, fen: number): Answer[] =>
  fen > 0 ? [answer(label, formatYuanWithUnit(fen), 'manual')] : [];

/** All seven kinds, each with its items or an explicit "none". */
export function propertyAnswers(property: PropertyForm, people: Names): Answer[] {
  return propertyKinds.flatMap((kind) => {
    const stated = property[kind];
    if (!stated || stated.has === null) return [answer(propertyNames[kind], null)];
    if (!stated.has) return [answer(propertyNames[kind], '没有', 'manual')];
    return stated.items.map(({ memberId, description, valueFen }) => {
      const value = `${nameOf(people, memberId)}：${description || '没有说明'}，${formatYuanWithUnit(valueFen)}`;
      return answer(propertyNames[kind], value, 'manual');
    });
  });
}

export function agentAnswers(agent: AgentForm): Answer[] {
  if (agent.has === null) return [answer('谁来申请', null)];
  if (!agent.has) return [answer('谁来申请', '本人')];
  if (agent.kind === 'village') return [answer('谁来申请', '村（居）帮助申请'), answer('经手人', agent.name)];
  return [
    answer('谁来申请', '代办人'),
    answer('代办人姓名', agent.name, 'manual'),
    answer('代办人证件号码', agent.idNumber && maskIdNumber(agent.idNumber), 'manual'),
    answer('和申请人的关系', agent.relation, 'manual'),
    answer('代办人电话', agent.phone, 'manual'),
  ];
}
