import type { Role } from '../../../domain/log/event-envelope.ts';

/** 杨家坪's window, the district's desk, a second station of 杨家坪, and 黄桷坪's window. */
export type StationName = 'window' | 'district' | 'office' | 'otherTown';

const town = { areaCode: '500107001', areaName: '杨家坪街道' };
const village = { areaCode: '500107001001', areaName: '西郊二村社区' };
const otherTown = { areaCode: '500107002', areaName: '黄桷坪街道' };
const district = { areaCode: '500107', areaName: '九龙坡区民政局' };

interface Member {
  name: string;
  role: Role;
  areaCode: string;
  areaName: string;
  /** Where this person works when nothing else is said. */
  at: StationName;
}

const person = <R extends Role>(
  name: string,
  role: R,
  place: typeof town,
  at: StationName,
): Member & { role: R } => ({
  ...{ name, role, at },
  ...place,
});

/** Everybody who has a part in the stories: fictional, and named so. */
export const staff = {
  clerk: person('王示例', 'windowClerk', town, 'window'),
  reviewer: person('赵虚构', 'townReviewer', town, 'window'),
  head: person('钱演示', 'townHead', town, 'window'),
  villager: person('孙样例', 'village', village, 'window'),
  colleague: person('周示范', 'townReviewer', town, 'office'),
  districtReviewer: person('吴演示', 'districtReviewer', district, 'district'),
  districtHead: person('郑虚构', 'districtHead', district, 'district'),
  otherClerk: person('冯示例', 'windowClerk', otherTown, 'otherTown'),
  otherReviewer: person('陈样例', 'townReviewer', otherTown, 'otherTown'),
} as const satisfies Record<string, Member>;
export type Who = keyof typeof staff;
export const everybody = Object.keys(staff) as Who[];

export const password = 'fictional-password';
/** Account names have at least three characters and no capitals. */
export const usernameOf = (who: Who): string => `demo.${who.toLowerCase()}`;
