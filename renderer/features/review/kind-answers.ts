import { emergencyNames, expenseNames, registeredNames } from '../../../domain/application/kind-names.ts';
import type {
  AccountForm,
  EmergencyForm,
  ExpensesForm,
  KindParts,
  RegisteredForm,
  SelfCareForm,
  SupportersForm,
} from '../../../domain/application/kind-forms.ts';
import { selfCareItems, selfCareLevel, selfCareNames } from '../../../domain/eligibility/self-care.ts';
import { formatYuanWithUnit } from '../../../domain/values/fen.ts';
import { formatChinese, isIsoDate } from '../../../domain/values/iso-date.ts';
import { answer, type Answer } from './answer.ts';
import type { Names } from './statement-answers.ts';

export function emergencyAnswers({
  kind,
  what,
  happenedOn,
  place,
  urgent,
  requestedFen,
}: EmergencyForm): Answer[] {
  return [
    answer('遇到的困难', kind && emergencyNames[kind], 'manual'),
    answer('哪天发生的', isIsoDate(happenedOn) ? formatChinese(happenedOn) : happenedOn, 'manual'),
    answer('在哪里发生的', place, 'manual'),
    answer('经过和现在的难处', what, 'manual'),
    answer('急不急', urgent === null ? null : urgent ? '很急，请求先行救助' : '可以等办理', 'manual'),
    answer('需要多少钱', requestedFen > 0 ? formatYuanWithUnit(requestedFen) : null, 'manual'),
  ];
}

export function expensesAnswers({ none, entries }: ExpensesForm, people: Names): Answer[] {
  if (none) return [answer('近 12 个月的必需支出', '没有', 'manual')];
  if (entries.length === 0) return [answer('近 12 个月的必需支出', null)];
  return entries.map(({ memberId, kind, amountFen }) => {
    const name = people.find(({ id }) => id === memberId)?.name || '家里人';
    return answer(`${name}：${expenseNames[kind]}`, formatYuanWithUnit(amountFen), 'manual');
  });
}

export function supportersAnswers({ none, people }: SupportersForm): Answer[] {
  if (none) return [answer('依法赡养、抚养的人', '没有', 'manual')];
  if (people.length === 0) return [answer('依法赡养、抚养的人', null)];
  return people.map(({ name, relation, able, consent, monthIncomeFen }) => {
    const parts = [
      able === null ? '能不能养没有填' : able ? '有能力' : '没有能力',
      ...(monthIncomeFen === null ? [] : [`一个月收入 ${formatYuanWithUnit(monthIncomeFen)}`]),
      consent === null ? '同不同意核对没有填' : consent ? '同意核对' : '不同意核对',
    ];
    return answer(
      `${name || '还没写姓名的人'}${relation ? `（${relation}）` : ''}`,
      parts.join('，'),
      'manual',
    );
  });
}

export function selfCareAnswers(selfCare: SelfCareForm): Answer[] {
  const level = selfCareLevel(selfCare);
  const told = (able: boolean | undefined): string | null =>
    able === undefined ? null : able ? '能' : '不能';
  return [
    ...selfCareItems.map(({ code, label }) => answer(label, told(selfCare[code]), 'manual')),
    answer('生活自理能力', level && selfCareNames[level]),
  ];
}

/** The number as it was given, in groups of four, so that it can be compared with the card. */
export function accountAnswers({ holder, bank, number }: AccountForm): Answer[] {
  const grouped = number.replace(/\s/g, '').replace(/(.{4})(?=.)/g, '$1 ');
  return [
    answer('户名', holder, 'manual'),
    answer('开户银行', bank, 'manual'),
    answer('账号或卡号', grouped, 'manual'),
  ];
}

export function registeredAnswers(registered: RegisteredForm | undefined): Answer[] {
  if (!registered?.where) return [];
  const { where, place } = registered;
  return [answer('户口', `${registeredNames[where]}${place ? `：${place}` : ''}`, 'manual')];
}

/** What an application says beyond what every kind asks, for the dossier; empty for a plain 低保 application. */
export function kindAnswerGroups(parts: KindParts, people: Names): { title: string; answers: Answer[] }[] {
  const { emergency, expenses, supporters, selfCare, account, registeredElsewhere } = parts;
  const groups = [
    { title: '遇到的困难', answers: emergency ? emergencyAnswers(emergency) : [] },
    { title: '必需支出', answers: expenses ? expensesAnswers(expenses, people) : [] },
    { title: '赡养抚养人', answers: supporters ? supportersAnswers(supporters) : [] },
    { title: '生活自理', answers: selfCare ? selfCareAnswers(selfCare) : [] },
    { title: '收款账户', answers: account ? accountAnswers(account) : [] },
    { title: '户口', answers: registeredAnswers(registeredElsewhere) },
  ];
  return groups.filter(({ answers }) => answers.length > 0);
}
