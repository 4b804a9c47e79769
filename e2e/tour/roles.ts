import { setUpDistrict, setUpTown } from './set-up.ts';
import { showDistrict } from './show-district.ts';
import { showClerk, showResident } from './show-window.ts';
import { showGrid, showHead, showReviewer, showVillage } from './show-town.ts';
import type { StationWindow } from './station-window.ts';
import type { TownLife } from './town-life.ts';

export interface RoleWalk {
  role: string;
  show: (window: StationWindow, life: TownLife) => Promise<void>;
}

/** Two stations: the town's, where everybody of 杨家坪 works, and the district's. */
export const roles: readonly [(window: StationWindow) => Promise<void>, readonly RoleWalk[]][] = [
  [
    setUpTown,
    [
      { role: 'clerk', show: showClerk },
      { role: 'resident', show: showResident },
      { role: 'grid', show: showGrid },
      { role: 'village', show: showVillage },
      { role: 'reviewer', show: showReviewer },
      { role: 'head', show: showHead },
    ],
  ],
  [setUpDistrict, [{ role: 'district', show: showDistrict }]],
];
