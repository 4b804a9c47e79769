import { z } from 'zod';
import type { Role } from '../log/event-envelope.ts';
import { PersonName } from '../values/person-name.ts';
import { Phone } from '../values/phone.ts';

/** Where an alert comes from: 监测预警、网格、村居、热线. */
export const AlertSource = z.enum(['monitoring', 'grid', 'village', 'hotline']);
export type AlertSource = z.infer<typeof AlertSource>;

/** Who may raise an alert of a source. */
export const sourceRoles: Readonly<Record<AlertSource, readonly Role[]>> = {
  monitoring: ['system'],
  grid: ['grid'],
  village: ['village'],
  hotline: ['windowClerk', 'townReviewer', 'townHead', 'districtReviewer', 'districtHead'],
};

/** Who may be in need. Often no more than an address is known. */
export const AlertPerson = z.strictObject({
  name: PersonName.nullable(),
  phone: Phone.nullable(),
  address: z.string().trim().min(2).max(200),
});
export type AlertPerson = z.infer<typeof AlertPerson>;

/** What the visit found: 需要救助、已用别的办法帮到、不需要、没找到人. */
export const FollowUpResult = z.enum(['needHelp', 'helpedOtherwise', 'noNeed', 'notFound']);
export type FollowUpResult = z.infer<typeof FollowUpResult>;

/** A town (9 digits) or a village (12). */
export const PlaceCode = z.string().regex(/^\d{9}(\d{3})?$/);

/** What somebody writes: never only blanks. */
export const Words = z.string().trim().min(1).max(1000);
