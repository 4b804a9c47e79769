import { describe, expect, it } from 'vitest';
import { atOrAbove, levelOf, Office, officeAbove, placeAfter, worksAt } from './office.ts';
import { desks, staff, villageA, villageB } from './testing.ts';

describe('desks of the four levels', () => {
  it('have the area code of their level', () => {
    for (const desk of Object.values(desks)) expect(Office.safeParse(desk).success).toBe(true);
    expect(Office.safeParse({ ...desks.town, areaCode: villageA }).success).toBe(false);
    expect(Office.safeParse({ ...desks.village, areaCode: '50010700100a' }).success).toBe(false);
  });

  it('know one level up, up to the district', () => {
    expect(officeAbove(desks.gridPerson)).toEqual(desks.village);
    expect(officeAbove(desks.village)).toEqual(desks.town);
    expect(officeAbove(desks.town)).toEqual(desks.district);
    expect(officeAbove(desks.district)).toBeNull();
  });

  it.each([
    ['grid', 'grid'],
    ['village', 'village'],
    ['clerk', 'town'],
    ['town', 'town'],
    ['townHead', 'town'],
    ['district', 'district'],
    ['districtHead', 'district'],
    ['monitor', null],
    ['portal', null],
    ['admin', null],
  ] as const)('%s sits at level %s', (who, level) => {
    expect(levelOf(staff[who])).toBe(level);
  });

  it('seat nobody whose area is not of the level', () => {
    expect(levelOf({ role: 'townHead', areaCode: '500107' })).toBeNull();
    expect(worksAt({ ...staff.town, areaCode: '500107' }, desks.district)).toBe(false);
    expect(atOrAbove({ ...staff.town, areaCode: '500107' }, desks.town)).toBe(false);
  });

  it('are worked at by level and place', () => {
    expect(worksAt(staff.grid, desks.grid)).toBe(true);
    expect(worksAt(staff.village, desks.grid)).toBe(false);
    expect(worksAt(staff.gridB, desks.grid)).toBe(false);
    expect(worksAt(staff.town, desks.townB)).toBe(false);
  });

  it('are under whoever is of their level or higher and covers the place', () => {
    expect(atOrAbove(staff.village, desks.grid)).toBe(true);
    expect(atOrAbove(staff.village, desks.village)).toBe(true);
    expect(atOrAbove(staff.grid, desks.village)).toBe(false);
    expect(atOrAbove(staff.townB, desks.village)).toBe(false);
    expect(atOrAbove(staff.district, desks.village)).toBe(true);
    expect(atOrAbove(staff.monitor, desks.village)).toBe(false);
  });

  it('move the place only away or further down', () => {
    expect(placeAfter(villageA, desks.town)).toBe(villageA);
    expect(placeAfter(villageA, desks.villageB)).toBe(villageB);
    expect(placeAfter('500107001', desks.village)).toBe(villageA);
    expect(placeAfter(villageA, desks.townB)).toBe('500107002');
  });
});
