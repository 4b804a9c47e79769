import places from '../../assets/places/jiulongpo-500107.json' with { type: 'json' };
import { isDistrictTown } from '../portal/towns.ts';
import type { MonitoringAlert } from './monitoring-schema.ts';

export interface SeenPlace {
  code: string;
  /** 杨家坪街道 西郊二村社区居民委员会 */
  name: string;
}

/** The place by its code; null for one that is not of this district. */
export function placeOf(given: MonitoringAlert['place']): SeenPlace | null {
  const code = 'villageCode' in given ? given.villageCode : given.townCode;
  const town = places.find((place) => place.code === code.slice(0, 9));
  if (!town || !isDistrictTown(town.code)) return null;
  if (code === town.code) return { code, name: town.name };
  const village = town.villages.find((place) => place.code === code);
  return village ? { code, name: `${town.name} ${village.name}` } : null;
}
