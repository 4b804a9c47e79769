import workdays from '../../assets/calendar/cn-workdays.json' with { type: 'json' };
import { WorkCalendar } from './work-calendar.ts';

/** The years published when this version was built; a newer calendar file takes its place without a release. */
export const shippedCalendar: WorkCalendar = WorkCalendar.parse(workdays);
