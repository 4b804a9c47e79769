import { useSearchParams } from 'react-router';
import type { z } from 'zod';

export const pageSize = 20;

/** Which part and page of a list, kept in the address (nothing personal), so that coming back finds the same. */
export function useListPlace<F extends string>(filters: z.ZodType<F>, first: F) {
  const [params, setParams] = useSearchParams();
  const given = filters.safeParse(params.get('filter'));
  const filter = given.success ? given.data : first;
  const page = Math.max(0, Math.trunc(Number(params.get('page') ?? 0)) || 0);
  const go = (next: F, at = 0): void => setParams({ filter: next, page: String(at) }, { replace: true });
  return { filter, page, go, offset: page * pageSize };
}
