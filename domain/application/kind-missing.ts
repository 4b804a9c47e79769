import { parseBankAccount } from '../values/bank-account.ts';
import { isIsoDate, type IsoDate } from '../values/iso-date.ts';
import type { AssistanceKind } from './application.ts';
import {
  SelfCareItem,
  type AccountForm,
  type EmergencyForm,
  type ExpensesForm,
  type KindParts,
  type SelfCareForm,
  type SupportersForm,
} from './kind-forms.ts';
import { asks, type TaskName } from './kind-tasks.ts';

/** Something of the kind's own sections still to be answered; `field` as in the form. */
export interface KindMissing {
  task: Extract<TaskName, 'account' | 'supporters' | 'selfCare' | 'expenses' | 'emergency'>;
  code: string;
  field?: string;
}

/** What the kind's own sections lack; the same for a draft and for an application that is being decided. */
export function kindMissing(kind: AssistanceKind, parts: KindParts, today: IsoDate): KindMissing[] {
  return [
    ...(asks(kind, 'emergency') ? emergencyMissing(parts.emergency, today) : []),
    ...(asks(kind, 'expenses') ? expensesMissing(parts.expenses) : []),
    ...(asks(kind, 'supporters') ? supportersMissing(parts.supporters) : []),
    ...(asks(kind, 'selfCare') ? selfCareMissing(parts.selfCare) : []),
    ...(asks(kind, 'account') ? accountMissing(parts.account) : []),
  ];
}

const blank = (text: string | undefined): boolean => !text?.trim();
const field = (task: KindMissing['task'], name: string): KindMissing => ({
  task,
  code: 'field.missing',
  field: name,
});

function accountMissing(account: AccountForm | undefined): KindMissing[] {
  const empty = (['holder', 'bank', 'number'] as const).filter((name) => blank(account?.[name]));
  const out = empty.map((name) => field('account', `account.${name}`));
  if (empty.includes('number')) return out;
  const parsed = parseBankAccount(account?.number ?? '');
  return parsed.ok ? out : [...out, { task: 'account', code: parsed.failure.code }];
}

function supportersMissing(supporters: SupportersForm | undefined): KindMissing[] {
  const task = 'supporters';
  if (supporters?.none) return [];
  if (!supporters || supporters.people.length === 0) return [{ task, code: 'supporters.notAnswered' }];
  return supporters.people.flatMap(({ name, able, consent }) => [
    ...(blank(name) ? [field(task, 'name')] : []),
    ...(able === null ? [{ task, code: 'supporters.ableMissing' } satisfies KindMissing] : []),
    ...(consent === null ? [{ task, code: 'supporters.consentMissing' } satisfies KindMissing] : []),
  ]);
}

function selfCareMissing(selfCare: SelfCareForm | undefined): KindMissing[] {
  return SelfCareItem.options
    .filter((item) => selfCare?.[item] === undefined)
    .map((item) => ({ task: 'selfCare', code: 'selfCare.notAnswered', field: item }));
}

function expensesMissing(expenses: ExpensesForm | undefined): KindMissing[] {
  if (expenses?.none) return [];
  if (!expenses || expenses.entries.length === 0) return [{ task: 'expenses', code: 'expenses.notAnswered' }];
  return expenses.entries.some(({ amountFen }) => amountFen === 0)
    ? [{ task: 'expenses', code: 'expenses.amountMissing' }]
    : [];
}

function emergencyMissing(emergency: EmergencyForm | undefined, today: IsoDate): KindMissing[] {
  const task = 'emergency';
  if (!emergency?.kind) return [{ task, code: 'emergency.notAnswered' }];
  const { what, place, happenedOn, urgent, requestedFen } = emergency;
  const out: KindMissing[] = [];
  if (blank(what)) out.push(field(task, 'emergency.what'));
  if (!isIsoDate(happenedOn) || happenedOn > today) out.push({ task, code: 'emergency.dateInvalid' });
  if (blank(place)) out.push(field(task, 'emergency.place'));
  if (urgent === null) out.push({ task, code: 'emergency.urgentMissing' });
  if (requestedFen === 0) out.push({ task, code: 'emergency.amountMissing' });
  return out;
}
