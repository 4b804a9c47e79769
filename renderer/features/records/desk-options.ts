import type { Account } from '../../../contract/views.ts';
import type { Colleague, DeskView } from '../../../contract/views/alert-ticket.ts';
import { levelOf, Office, rankOf, type Level } from '../../../domain/alert/office.ts';
import type { Option } from '../../ui/PickField.tsx';
import { levelNames } from '../../words/alert-words.ts';
import { roleNames } from '../../words/role-names.ts';

export interface Town {
  code: string;
  name: string;
  villages: { code: string; name: string }[];
}

/** 杨家坪街道（镇街），or the person's name with the place. */
export const deskWords = ({ desk, placeName, personName }: DeskView): string =>
  desk.accountId === null
    ? `${placeName}（${levelNames[desk.level]}）`
    : `${personName || '其他站点的工作人员'}，${placeName}（${levelNames[desk.level]}）`;

export const colleagueWords = ({ name, role, areaName }: Colleague): string =>
  `${name}，${roleNames[role]}，${areaName}`;

/** Villages and towns of the account's area, the town itself for what is not known more closely. */
export function placeOptions(towns: readonly Town[], { areaCode }: Pick<Account, 'areaCode'>): Option[] {
  return towns
    .flatMap(({ code, name, villages }) => [
      { value: code, label: `${name}（不清楚哪个村居）` },
      ...villages.map((village) => ({ value: village.code, label: `${name} ${village.name}` })),
    ])
    .filter(({ value }) => value.startsWith(areaCode));
}

const keyOf = ({ level, areaCode, accountId }: Office): string =>
  [level, areaCode, accountId ?? ''].join('/');

/** The desk of a chosen option; null for none. */
export function deskOf(key: string): Office | null {
  const [level, areaCode, accountId] = key.split('/');
  const desk = Office.safeParse({ level, areaCode, accountId: accountId || null });
  return desk.success ? desk.data : null;
}

/** Whom an account can give an alert to: people below it and beside it, then the desks below. */
export function deskOptions(
  account: Account,
  towns: readonly Town[],
  colleagues: readonly Colleague[],
): Option[] {
  const own = levelOf(account);
  if (own === null) return [];
  const below = (level: Level): boolean => rankOf(level) < rankOf(own);
  const people = colleagues.flatMap((colleague) => {
    const level = levelOf(colleague);
    const { accountId, areaCode } = colleague;
    if (level === null || rankOf(level) > rankOf(own) || accountId === account.id) return [];
    if (!areaCode.startsWith(account.areaCode)) return [];
    return [{ value: keyOf({ level, areaCode, accountId }), label: colleagueWords(colleague) }];
  });
  const desk = (level: Level, areaCode: string, name: string): Option[] =>
    below(level) && areaCode.startsWith(account.areaCode)
      ? [{ value: keyOf({ level, areaCode, accountId: null }), label: `${name}（${levelNames[level]}）` }]
      : [];
  const desks = towns.flatMap(({ code, name, villages }) => [
    ...desk('town', code, name),
    ...villages.flatMap((village) => [
      ...desk('village', village.code, `${name} ${village.name}`),
      ...desk('grid', village.code, `${name} ${village.name}`),
    ]),
  ]);
  return [...people, ...desks];
}
