import type { Account } from '../../contract/views.ts';
import type { OutputOf } from '../../contract/commands.ts';
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import { useCoreQuery } from '../core-query.ts';

export type Status = OutputOf<'system.status'>;

/** The station's status; asked again on news and every half minute. */
export const useStatus = () => useCoreQuery('system.status', {}, { refetchInterval: 30_000 });

/** Status inside the frame, where it is certainly known. */
export function useKnownStatus(): Status {
  const { data } = useStatus();
  if (!data) throw new Error('used outside the session gate');
  return data;
}

/** The station's working-day calendar: the page counts days by no other. */
export const useCalendar = (): WorkCalendar => useKnownStatus().calendar;

/** Today in Asia/Shanghai, as the core counts it. */
export const useToday = (): string => useKnownStatus().today;

export function useAccount(): Account {
  const { account } = useKnownStatus();
  if (!account) throw new Error('used outside the session gate');
  return account;
}
