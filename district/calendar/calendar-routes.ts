import type { FastifyInstance } from 'fastify';
import type { SignedCalendar } from '../../domain/calendar/signed-calendar.ts';
import type { DistrictContext } from '../context.ts';
import { publishCalendar } from './publish-calendar.ts';

/** The working days this district goes by; no secret, and signed, so without a token. */
export function calendarRoutes(app: FastifyInstance, context: DistrictContext): void {
  const { database, countersigner, calendar, now } = context;
  let published: Promise<SignedCalendar> | null = null;
  app.get('/v1/calendar', async () => {
    // Once for a run of the server: anybody may ask, and it must not cost a turn each time.
    published ??= publishCalendar(database, countersigner, calendar, now()).catch((error: unknown) => {
      published = null;
      throw error;
    });
    return published;
  });
}
