import { z } from 'zod';
import { AlertPerson, Words } from '../../domain/alert/alert-values.ts';
import { IsoDate } from '../../domain/values/iso-date.ts';

export const monitoringKeyHeader = 'x-monitoring-key';

const { name, phone, address } = AlertPerson.shape;

/** One thing the monitoring platform has seen (监测预警). Everything but the person is needed. */
export const MonitoringAlert = z.strictObject({
  id: z
    .uuid()
    .toLowerCase()
    .describe('The feed’s own number of what it saw; sending it again is the same alert'),
  seen: Words.describe('What was seen, in plain words, at most 1000 characters'),
  person: z
    .strictObject({
      name: name.default(null),
      phone: phone.default(null),
      address: address.optional().describe('The place itself where it is left out'),
    })
    .optional()
    .describe('Who may be in need, as far as it is known'),
  place: z
    .union([
      z.strictObject({ villageCode: z.string().regex(/^\d{12}$/) }),
      z.strictObject({ townCode: z.string().regex(/^\d{9}$/) }),
    ])
    .describe('The village (12 digits), or the town (9 digits) where that is all that is known'),
  seenOn: IsoDate.describe('The day it was seen, of Asia/Shanghai; not after today'),
});
export type MonitoringAlert = z.infer<typeof MonitoringAlert>;

export const MonitoringReceipt = z.strictObject({ alertId: z.uuid() });
export type MonitoringReceipt = z.infer<typeof MonitoringReceipt>;
