import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Log } from '../core/ports/ports.ts';
import { shippedCalendar } from '../domain/calendar/shipped-calendar.ts';
import { WorkCalendar } from '../domain/calendar/work-calendar.ts';

/** The shipped years, and over them those of `calendar.json` in the data folder: a new year needs no release. */
export async function loadCalendar(dataDir: string, log: Log): Promise<WorkCalendar> {
  let text: string;
  try {
    text = await readFile(join(dataDir, 'calendar.json'), 'utf8');
  } catch {
    return shippedCalendar;
  }
  try {
    return { ...shippedCalendar, ...WorkCalendar.parse(JSON.parse(text)) };
  } catch (error) {
    log.error('calendar.fileRefused', {}, error);
    return shippedCalendar;
  }
}
