import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { callOrThrow, failureOf } from '../../core-query.ts';

/** A list is asked for once the typing rests, ms. */
const restMs = 200;

/** The most cases the core answers at once; more are narrowed by search. */
export const mostListed = 200;

/** Cases of the area, due first, with the counts of all steps; the last list stays on screen while the next is fetched. */
export function useCases(step: string | null, typed: string) {
  const search = useRested(typed.trim());
  const query = useQuery({
    queryKey: ['case.list', { step, search }],
    queryFn: async () => (await callOrThrow('case.list', { step, search })).output,
    placeholderData: keepPreviousData,
  });
  return { ...query, failure: failureOf(query.error), search };
}

function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), text === '' ? 0 : restMs);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}
