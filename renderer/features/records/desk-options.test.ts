import { describe, expect, it } from 'vitest';
import { staff } from '../../../domain/ticket/testing.ts';
import type { Actor } from '../../../domain/log/event-envelope.ts';
import { ownerOf, ownerOptions, staffOf, staffOptions, wholeDistrict } from '../tickets/owner-options.ts';
import { deskOf, deskOptions, deskWords, placeOptions } from './desk-options.ts';

const towns = [
  { code: '500107001', name: '示例街道', villages: [{ code: '500107001001', name: '虚构社区' }] },
  { code: '500107002', name: '虚构镇', villages: [] },
];
const colleagues = Object.entries(staff).map(([name, { accountId, role, areaCode }]) => ({
  ...{ accountId, role, areaCode, name, areaName: areaCode },
}));
const account = ({ accountId, role, areaCode }: Actor) => ({
  ...{ id: accountId, role, areaCode, username: 'x', displayName: 'x', areaName: '九龙坡区' },
});
const namesOf = (options: { label: string }[]): string[] =>
  options.map(({ label }) => label.split(/[，（]/)[0] ?? '');

describe('whom an alert can be given to', () => {
  it('people beside and below, then the desks below, all within the own area', () => {
    expect(namesOf(deskOptions(account(staff.town), towns, colleagues))).toEqual([
      ...['townHead', 'clerk', 'clerk2', 'village', 'village2', 'grid', 'grid2', 'villageB', 'gridB'],
      ...['townHead2', '示例街道 虚构社区', '示例街道 虚构社区'],
    ]);
    expect(deskOptions(account(staff.admin), towns, colleagues)).toEqual([]);
    const forDistrict = deskOptions(account(staff.district), towns, []);
    expect(namesOf(forDistrict)).toEqual(['示例街道', '示例街道 虚构社区', '示例街道 虚构社区', '虚构镇']);
  });

  it('an option stands for its desk', () => {
    const [first] = deskOptions(account(staff.town), towns, colleagues);
    const { accountId, areaCode } = staff.townHead;
    expect(deskOf(first?.value ?? '')).toEqual({ level: 'town', areaCode, accountId });
    expect(deskOf('')).toBeNull();
  });

  it('is said in words', () => {
    const desk = { level: 'town', areaCode: '500107001', accountId: null } as const;
    expect(deskWords({ desk, placeName: '示例街道', personName: '' })).toBe('示例街道（镇街）');
    const named = { ...desk, accountId: staff.town.accountId };
    expect(deskWords({ desk: named, placeName: '示例街道', personName: '' })).toContain('其他站点的工作人员');
  });
});

it('places are those of the own area', () => {
  expect(placeOptions(towns, staff.town).map(({ value }) => value)).toEqual(['500107001', '500107001001']);
  expect(placeOptions(towns, staff.village).map(({ value }) => value)).toEqual(['500107001001']);
  expect(wholeDistrict(account(staff.district)).map(({ value }) => value)).toEqual(['500107']);
  expect(wholeDistrict(account(staff.town))).toEqual([]);
});

describe('whom a ticket can be given to', () => {
  it('those who answer for the place and sit at a desk', () => {
    expect(namesOf(ownerOptions(colleagues, '500107002', null, false))).toEqual([
      ...['districtHead', 'district', 'townB', 'townHeadB', 'districtHead2'],
    ]);
    expect(ownerOf(colleagues, staff.grid.accountId)).toBeNull();
    expect(ownerOf(colleagues, 'nobody')).toBeNull();
  });

  it('of a confidential one only those who may read it', () => {
    expect(namesOf(ownerOptions(colleagues, '500107002', null, true))).toEqual([
      ...['districtHead', 'district', 'townHeadB', 'districtHead2'],
    ]);
  });

  it('never whom it is about, nor the house below its head', () => {
    const about = staffOf(colleagues, staff.clerk.accountId);
    expect(namesOf(ownerOptions(colleagues, '500107001', about, false))).toEqual([
      ...['districtHead', 'district', 'townHead', 'townHead2', 'districtHead2'],
    ]);
    const unknown = staffOptions(staff.town, towns, colleagues).at(-1);
    expect(unknown?.label).toBe('示例街道 的工作人员（不知道姓名）');
    const office = staffOf(colleagues, unknown?.value ?? '');
    expect(office).toEqual({ accountId: null, role: 'windowClerk', areaCode: '500107001' });
    expect(namesOf(ownerOptions(colleagues, '500107001', office, false))).not.toContain('clerk2');
    expect(staffOf(colleagues, '')).toBeNull();
  });
});
