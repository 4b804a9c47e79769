import places from '../../assets/places/jiulongpo-500107.json' with { type: 'json' };

/** Who runs the towns of this server; the others of the area belong to the 高新区. */
const OWN = '九龙坡区';

export interface Town {
  code: string;
  name: string;
}

/** Towns that take applications here, and have to pick them up. */
export const districtTowns: readonly Town[] = places
  .filter((place) => place.managedBy === OWN)
  .map(({ code, name }) => ({ code, name }));

export const isDistrictTown = (code: string): boolean => districtTowns.some((town) => town.code === code);
