import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { callOrThrow, failureOf } from '../../core-query.ts';
import type { QueuePlace } from './queue-place.ts';

/** A list is asked for once the typing rests, ms. */
const restMs = 200;

/** The most cases the core answers at once. */
export const pageSize = 200;

type Asked = Pick<QueuePlace, 'queue' | 'step' | 'search' | 'page'>;

/** A page of a queue, due first, with the counts of all queues; the last list stays on screen while the next is fetched. */
export function useCases({ queue, step, search: typed, page }: Asked) {
  const search = useRested(typed.trim());
  const input = {
    ...{ step, search, offset: page * pageSize },
    ...(queue === 'all' ? {} : { queue }),
  };
  const query = useQuery({
    queryKey: ['case.list', input],
    queryFn: async () => (await callOrThrow('case.list', input)).output,
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
