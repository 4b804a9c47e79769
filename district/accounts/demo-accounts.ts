import { randomInt } from 'node:crypto';
import places from '../../assets/places/jiulongpo-500107.json' with { type: 'json' };
import type { NewAccount } from './create-accounts.ts';

/** No 0/o, 1/l/i: read from a screen and typed by hand. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const TOWN = '500107001';
const townName = places.find((place) => place.code === TOWN)?.name ?? TOWN;

/** Eight of 31 characters, 39 bits; behind the lock-out of five tries that is enough for fictional data. */
function demoPassword(): string {
  const four = (): string => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return `demo-${four()}-${four()}`;
}

const inTown = { areaCode: TOWN, areaName: townName };
const village = places.find((place) => place.code === TOWN)?.villages[0];
const inVillage = {
  areaCode: village?.code ?? TOWN,
  areaName: `${townName} ${village?.name ?? ''}`.trim(),
};
const inDistrict = { areaCode: '500107', areaName: '九龙坡区' };

/** Fictional people who look it; passwords are made anew on each machine. */
export const demoAccounts = (): NewAccount[] =>
  [
    { username: 'demo.clerk1', displayName: '演示窗口员甲', role: 'windowClerk' as const, ...inTown },
    { username: 'demo.clerk2', displayName: '演示窗口员乙', role: 'windowClerk' as const, ...inTown },
    { username: 'demo.reviewer', displayName: '演示审核员', role: 'townReviewer' as const, ...inTown },
    { username: 'demo.head', displayName: '演示分管领导', role: 'townHead' as const, ...inTown },
    { username: 'demo.village', displayName: '演示社区干部', role: 'village' as const, ...inVillage },
    { username: 'demo.grid', displayName: '演示网格员', role: 'grid' as const, ...inVillage },
    {
      username: 'demo.districthead',
      displayName: '演示区级负责人',
      role: 'districtHead' as const,
      ...inDistrict,
    },
    {
      username: 'demo.district',
      displayName: '演示区级审核员',
      role: 'districtReviewer' as const,
      ...inDistrict,
    },
  ].map((account) => ({ ...account, password: demoPassword() }));
