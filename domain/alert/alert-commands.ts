import { z } from 'zod';
import { IsoDate } from '../values/iso-date.ts';
import { AlertPerson, AlertSource, FollowUpResult, PlaceCode, Words } from './alert-values.ts';
import { Office } from './office.ts';

/** Everything anybody may ask of an alert; the same values travel to the district, which decides again. */
export const AlertCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('raise'),
    source: AlertSource,
    seen: Words,
    person: AlertPerson,
    placeCode: PlaceCode,
    seenOn: IsoDate,
  }),
  z.strictObject({
    type: z.literal('assign'),
    to: Office,
    note: Words,
    /** Day by which the follow-up is to be reported. */
    reportBy: IsoDate.nullable(),
  }),
  z.strictObject({ type: z.literal('accept') }),
  z.strictObject({
    type: z.literal('report'),
    visitedOn: IsoDate,
    findings: Words,
    result: FollowUpResult,
  }),
  z.strictObject({ type: z.literal('return'), reason: Words }),
  z.strictObject({ type: z.literal('escalate'), reason: Words }),
  z.strictObject({ type: z.literal('linkCase'), caseId: z.uuid() }),
  z.strictObject({ type: z.literal('close'), conclusion: Words }),
]);
export type AlertCommand = z.infer<typeof AlertCommand>;
export type AlertCommandOf<T extends AlertCommand['type']> = Extract<AlertCommand, { type: T }>;
