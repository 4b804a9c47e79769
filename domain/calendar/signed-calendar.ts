import { z } from 'zod';
import { canonicalJson } from '../log/canonical.ts';
import { Instant } from '../values/instant.ts';
import { fail, ok, type Failure, type Result } from '../values/result.ts';
import { WorkCalendar } from './work-calendar.ts';

/** Working days as the district sends them out, by the network or as a file. */
export const SignedCalendar = z.strictObject({
  calendar: WorkCalendar,
  issuedAt: Instant,
  /** Rises with every change, so that an older file cannot take back a newer one. */
  serial: z.int().positive(),
  /** Ed25519 of the district's key over the SHA-256 of `calendarText`, base64. */
  signature: z.string().min(1).max(200),
});
export type SignedCalendar = z.infer<typeof SignedCalendar>;

/** The text whose lower-case hex SHA-256 is signed; it says what it is, so no other signature can pass for one. */
export const calendarText = ({ calendar, issuedAt, serial }: Omit<SignedCalendar, 'signature'>): string =>
  canonicalJson({ what: 'nuanchuang.calendar', calendar, issuedAt, serial });

/** Checks a signature of the district over a hex digest; injected, since the domain knows no crypto library. */
export type SignatureHolds = (digest: string, signature: string) => boolean;

/** What a station reckons by now; serial 0 is what came with the program. */
export interface CurrentCalendar {
  calendar: WorkCalendar;
  serial: number;
}

export interface ChangedYear {
  year: string;
  /** Days that are off now and were not, and the other way round; the same for weekend days worked. */
  off: { added: string[]; removed: string[] };
  work: { added: string[]; removed: string[] };
}
export interface AcceptedCalendar extends CurrentCalendar {
  /** Years nobody knew before. */
  added: string[];
  /** Published years that the State Council, or who typed them, changed: to be shown to a person. */
  changed: ChangedYear[];
}
export type CalendarRefusal = Failure<'calendar.badSignature'> | Failure<'calendar.notNewer'>;

/**
 * Takes a signed calendar in, or says why not: `calendar.badSignature`, `calendar.notNewer {serial, current}`. Years the
 * incoming one does not name stay: a published year is never forgotten. The same serial with the same days is no change.
 */
export function acceptCalendar(
  current: CurrentCalendar,
  incoming: SignedCalendar,
  sha256Text: (text: string) => string,
  signatureHolds: SignatureHolds,
): Result<AcceptedCalendar, CalendarRefusal> {
  if (!signatureHolds(sha256Text(calendarText(incoming)), incoming.signature))
    return fail('calendar.badSignature');
  const { serial } = incoming;
  const years = Object.keys(incoming.calendar).sort();
  const added = years.filter((year) => !current.calendar[year]);
  const changed = years.flatMap((year) => changeOf(year, current.calendar, incoming.calendar));
  const same = serial === current.serial && added.length === 0 && changed.length === 0;
  if (serial <= current.serial && !same) {
    return fail('calendar.notNewer', { serial, current: current.serial });
  }
  return ok({ calendar: { ...current.calendar, ...incoming.calendar }, serial, added, changed });
}

function changeOf(year: string, before: WorkCalendar, after: WorkCalendar): ChangedYear[] {
  const [old, young] = [before[year], after[year]];
  if (!old || !young) return [];
  const off = difference(old.off, young.off);
  const work = difference(old.work, young.work);
  const none = [off, work].every(({ added, removed }) => added.length + removed.length === 0);
  return none ? [] : [{ year, off, work }];
}

const difference = (before: readonly string[], after: readonly string[]) => ({
  added: after.filter((day) => !before.includes(day)),
  removed: before.filter((day) => !after.includes(day)),
});
