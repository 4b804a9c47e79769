import type { Account } from '../../../contract/views.ts';
import type { Colleague } from '../../../contract/views/alert-ticket.ts';
import { confidentialRoles, conflicted } from '../../../domain/ticket/ticket-rights.ts';
import { NamedOwner, type AboutStaff } from '../../../domain/ticket/ticket-values.ts';
import type { Option } from '../../ui/PickField.tsx';
import { colleagueWords, type Town } from '../records/desk-options.ts';

const isNear = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/** The account as an owner; null for one that can be none. */
export function ownerOf(colleagues: readonly Colleague[], accountId: string): NamedOwner | null {
  const found = colleagues.find((colleague) => colleague.accountId === accountId);
  const owner = found && NamedOwner.safeParse({ accountId, role: found.role, areaCode: found.areaCode });
  return owner?.success ? owner.data : null;
}

/** Who can be given a ticket of a place: those who answer for it, are not what it is about, and may read it. */
export function ownerOptions(
  colleagues: readonly Colleague[],
  placeCode: string,
  about: AboutStaff | null,
  confidential: boolean,
): Option[] {
  const secret = confidential || about !== null;
  return colleagues
    .filter(({ accountId, areaCode, role }) => {
      if (secret && !confidentialRoles.includes(role)) return false;
      const owner = ownerOf(colleagues, accountId);
      return owner !== null && !conflicted(about, owner) && isNear(placeCode, areaCode);
    })
    .map((colleague) => ({ value: colleague.accountId, label: colleagueWords(colleague) }));
}

/** The district's own people also take what is about the district as a whole. */
export const wholeDistrict = ({ areaCode, areaName }: Pick<Account, 'areaCode' | 'areaName'>): Option[] =>
  areaCode.length === 6 ? [{ value: areaCode, label: `${areaName}（全区）` }] : [];

const unknown = 'unknown/';

/** Staff members by name, then each town's for somebody whose name is not known. */
export function staffOptions(
  { areaCode }: Pick<Account, 'areaCode'>,
  towns: readonly Town[],
  colleagues: readonly Colleague[],
): Option[] {
  const people = colleagues.map((colleague) => ({
    value: colleague.accountId,
    label: colleagueWords(colleague),
  }));
  const offices = towns
    .filter(({ code }) => isNear(code, areaCode))
    .map(({ code, name }) => ({ value: `${unknown}${code}`, label: `${name} 的工作人员（不知道姓名）` }));
  return [...people, ...offices];
}

/** The staff member of a chosen option; null for none. */
export function staffOf(colleagues: readonly Colleague[], value: string): AboutStaff | null {
  if (value.startsWith(unknown))
    return { accountId: null, role: 'windowClerk', areaCode: value.slice(unknown.length) };
  const found = colleagues.find(({ accountId }) => accountId === value);
  return found ? { accountId: found.accountId, role: found.role, areaCode: found.areaCode } : null;
}
