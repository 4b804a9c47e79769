import { useCoreQuery } from '../../core-query.ts';
import type { Colleague } from '../../../contract/views/alert-ticket.ts';
import type { Town } from './desk-options.ts';

const none: never[] = [];

/** Places and people known here; empty until they are there. */
export function useDesks(): { towns: readonly Town[]; colleagues: readonly Colleague[] } {
  const places = useCoreQuery('places.list', {}, { staleTime: 600_000 });
  const people = useCoreQuery('alert.colleagues', {}, { staleTime: 60_000 });
  return { towns: places.data?.towns ?? none, colleagues: people.data?.colleagues ?? none };
}
