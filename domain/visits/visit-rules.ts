import type { Residence, Visit, VisitMode } from '../case/process-data.ts';
import { addDays, diffDays, type IsoDate } from '../values/iso-date.ts';
import { fail, type Failure } from '../values/result.ts';

/**
 * How a household may be visited (九龙坡民政〔2023〕251号·定期探访): at home; 人户分离 inside the central urban area in
 * person; outside the district by phone or video, or better.
 */
export const visitModes: Record<Residence, readonly VisitMode[]> = {
  home: ['home'],
  separatedCentral: ['inPerson', 'home'],
  outside: ['phone', 'video', 'inPerson', 'home'],
};

export function visitProblem(visit: Visit, residence: Residence, today: IsoDate): Failure | null {
  if (visit.on > today) return fail('survey.inFuture', { on: visit.on }).failure;
  if (!visitModes[residence].includes(visit.mode))
    return fail('visit.wrongMode', { modes: [...visitModes[residence]] }).failure;
  const atHome = visit.mode === 'home' || visit.mode === 'inPerson';
  return atHome && visit.photos.length === 0 ? fail('survey.photoMissing').failure : null;
}

/** The day by which the next visit is due: `months` after the last one, or after registration. */
export function nextVisitDue(registeredOn: IsoDate, visitedOn: readonly IsoDate[], months: number): IsoDate {
  return addMonths([registeredOn, ...visitedOn].sort().at(-1) ?? registeredOn, months);
}

/** Same day so many months later; the last day of a shorter month. */
export function addMonths(date: IsoDate, months: number): IsoDate {
  const first = new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1 + months, 1));
  const start = first.toISOString().slice(0, 10);
  const next = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 1))
    .toISOString()
    .slice(0, 10);
  return addDays(start, Math.min(Number(date.slice(8)) - 1, diffDays(start, next) - 1));
}
