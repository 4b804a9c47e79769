import { selfCareItems } from '../eligibility/self-care.ts';
import { formatYuanWithUnit } from '../values/fen.ts';
import type { AssistanceKind } from './application.ts';
import type { DraftSections } from './forms.ts';
import type { AccountForm, EmergencyForm, ExpensesForm, SelfCareForm, SupportersForm } from './kind-forms.ts';
import { emergencyNames, expenseNames, registeredNames } from './kind-names.ts';
import { asks } from './kind-tasks.ts';

const open = '还没有填。';

/** The answers only some kinds ask, as lines of the text that is signed; empty for a kind that asks none. */
export function kindLines(kind: AssistanceKind, sections: DraftSections): string[] {
  const { emergency, expenses, supporters, selfCare, account, registeredElsewhere } = sections;
  const { where, place } = registeredElsewhere;
  return [
    ...(where && where !== 'here' ? [`${registeredNames[where]}${place ? `：${place.trim()}` : ''}。`] : []),
    ...(asks(kind, 'emergency') ? ['遇到的困难：', ...emergencyLines(emergency)] : []),
    ...(asks(kind, 'expenses') ? ['近 12 个月的必需支出：', ...expenseLines(expenses)] : []),
    ...(asks(kind, 'supporters') ? ['法定赡养、抚养、扶养义务人：', ...supporterLines(supporters)] : []),
    ...(asks(kind, 'selfCare') ? ['申请人的生活自理情况：', ...selfCareLines(selfCare)] : []),
    ...(asks(kind, 'account') ? ['收款账户：', accountLine(account)] : []),
  ];
}

function emergencyLines({ kind, what, happenedOn, place, urgent, requestedFen }: EmergencyForm): string[] {
  if (!kind) return [open];
  return [
    `${happenedOn || '（未填日期）'}在${place.trim() || '（未填地点）'}，${emergencyNames[kind]}：${what.trim() || '（未填经过）'}`,
    `需要 ${formatYuanWithUnit(requestedFen)}。${urgent ? '情况紧急，请求先行救助，事后补充说明。' : ''}`,
  ];
}

function expenseLines({ none, entries }: ExpensesForm): string[] {
  if (none) return ['没有。'];
  if (entries.length === 0) return [open];
  const groups = Map.groupBy(entries, ({ kind }) => kind);
  return [...groups].map(
    ([kind, list]) =>
      `${expenseNames[kind]}：${formatYuanWithUnit(list.reduce((sum, { amountFen }) => sum + amountFen, 0))}`,
  );
}

function supporterLines({ none, people }: SupportersForm): string[] {
  if (none) return ['没有。'];
  if (people.length === 0) return [open];
  return people.map(({ name, relation, able, consent, monthIncomeFen }) =>
    [
      `${name.trim() || '（未填姓名）'}${relation ? `（${relation}）` : ''}`,
      able === null ? '能不能赡养抚养还没有填' : able ? '有能力赡养抚养' : '没有能力赡养抚养',
      ...(monthIncomeFen === null ? [] : [`一个月收入 ${formatYuanWithUnit(monthIncomeFen)}`]),
      consent ? '同意核对' : '没有同意核对',
    ].join('，'),
  );
}

function selfCareLines(answers: SelfCareForm): string[] {
  const labels = (want: boolean | undefined) =>
    selfCareItems.filter(({ code }) => answers[code] === want).map(({ label }) => label);
  const line = (words: string, list: string[]) => (list.length > 0 ? [`${words}：${list.join('、')}。`] : []);
  return [
    ...line('能做到', labels(true)),
    ...line('做不到', labels(false)),
    ...line('还没有填', labels(undefined)),
  ];
}

/** The last four digits are enough to know one's own account again. */
function accountLine({ holder, bank, number }: AccountForm): string {
  const digits = number.replace(/\D/g, '');
  if (!digits) return open;
  return `户名 ${holder.trim() || '（未填）'}，${bank.trim() || '（未填开户银行）'}，尾号 ${digits.slice(-4)}。`;
}
