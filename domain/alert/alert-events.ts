import { z } from 'zod';
import { IsoDate } from '../values/iso-date.ts';
import { AlertPerson, AlertSource, FollowUpResult, PlaceCode, Words } from './alert-values.ts';
import { Office } from './office.ts';

/** Who did it and on which day. */
const done = { by: z.uuid(), on: IsoDate };
const move = z.strictObject({ ...done, from: Office, to: Office, note: Words });

/** Payload of every event of an alert stream, by type. */
export const alertEventData = {
  'alert.raised': z.strictObject({
    ...done,
    source: AlertSource,
    seen: Words,
    person: AlertPerson,
    placeCode: PlaceCode,
    seenOn: IsoDate,
    holder: Office,
  }),
  'alert.assigned': move.extend({ reportBy: IsoDate.nullable(), assigner: Office }),
  'alert.accepted': z.strictObject({ ...done, holder: Office, assigner: Office }),
  'alert.followedUp': z.strictObject({
    ...done,
    visitedOn: IsoDate,
    findings: Words,
    result: FollowUpResult,
  }),
  'alert.returned': move,
  'alert.escalated': move,
  'alert.caseLinked': z.strictObject({ ...done, caseId: z.uuid() }),
  'alert.closed': z.strictObject({ ...done, conclusion: Words }),
} as const;

export type AlertEventType = keyof typeof alertEventData;
export type AlertEventOf<T extends AlertEventType> = { type: T; data: z.infer<(typeof alertEventData)[T]> };
export type AlertEvent = { [T in AlertEventType]: AlertEventOf<T> }[AlertEventType];
