import { calendarText, SignedCalendar } from '../../domain/calendar/signed-calendar.ts';
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import { canonicalJson } from '../../domain/log/canonical.ts';
import { SettingEntity } from '../db/entities.ts';
import type { Database } from '../db/database.ts';
import type { Countersigner } from '../secrets/signing-key.ts';
import { takeTurn } from '../sync/case-number.ts';
import { sha256Text } from '../sync/sha256.ts';

const SETTING = 'calendar';

/**
 * Signs the calendar this district goes by. The serial rises by itself whenever the days are others than last time; the same
 * days are given out again as they were.
 */
export async function publishCalendar(
  database: Database,
  countersigner: Countersigner,
  calendar: WorkCalendar,
  now: Date,
): Promise<SignedCalendar> {
  return database.write(async (tx) => {
    await takeTurn(tx);
    const stored = await tx.findOneBy(SettingEntity, { name: SETTING });
    const before = stored ? SignedCalendar.parse(JSON.parse(stored.value)) : null;
    if (before && canonicalJson(before.calendar) === canonicalJson(calendar)) return before;
    const body = { calendar, issuedAt: now.toISOString(), serial: (before?.serial ?? 0) + 1 };
    const signature = countersigner.sign(sha256Text(calendarText(body)));
    const value = JSON.stringify({ ...body, signature });
    await tx.upsert(SettingEntity, { name: SETTING, value }, ['name']);
    return { ...body, signature };
  });
}
