/** Sorts after every date and after 'calendar.unpublished'. */
export const NO_DUE = '~';

/** The column that holds an area's code whole, so that one index gives both the rows and their order. */
export function areaColumn(areaCode: string): 'districtCode' | 'townCode' | 'villageCode' {
  if (areaCode.length <= 6) return 'districtCode';
  return areaCode.length <= 9 ? 'townCode' : 'villageCode';
}

/** The same by its name in SQL. */
export const areaSqlColumn = (areaCode: string): string =>
  ({ districtCode: 'district_code', townCode: 'town_code', villageCode: 'village_code' })[
    areaColumn(areaCode)
  ];
