import { useCoreQuery } from '../../core-query.ts';

/** Name of a village or community by its 12-digit code; the code itself while the list is not there. */
export function useVillageName(code: string): string {
  const { data } = useCoreQuery('places.list', {}, { staleTime: 600_000 });
  const villages = data?.towns.flatMap((town) => town.villages) ?? [];
  return villages.find((village) => village.code === code)?.name ?? code;
}
