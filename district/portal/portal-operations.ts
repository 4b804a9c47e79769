import { z } from 'zod';
import { SignedCalendar } from '../../domain/calendar/signed-calendar.ts';
import { IsoDate } from '../../domain/values/iso-date.ts';
import type { Operation } from '../http/openapi-operation.ts';
import { PickUpReply, PickUpReportReply } from '../../contract/sync/pick-ups.ts';
import { PortalApplication, PortalProgress, PortalReceipt, PortalTerms } from './portal-schema.ts';

/** What `submit` can be refused by, the same as at the window. */
const refusedBy = [
  'portal.townUnknown',
  'sync.clockAhead',
  'page.notAnImage',
  'page.typeMismatch',
  'page.tooLarge',
  'page.pdfWithScript',
  'submit.membersInvalid',
  'submit.signatureMissing',
  'submit.materialMissing',
  'submit.certificationMissing',
  'submit.consentMismatch',
  'submit.arithmeticDiffers',
  'amounts.noneInForce',
];

export const portalOperations: readonly Operation[] = [
  {
    ...{ method: 'post', path: '/v1/portal/applications', tag: 'portal', security: 'portalKey' },
    summary: 'Hands in an application from home with all its files; all of it is taken, or nothing',
    body: { name: 'PortalApplication', schema: PortalApplication },
    reply: { name: 'PortalReceipt', schema: PortalReceipt },
    statuses: { 201: 'A case was opened', 200: 'It had been handed in before: the same answer' },
    failures: { 409: ['portal.idReused'], 422: refusedBy, 507: ['storage.full'] },
  },
  {
    ...{ method: 'get', path: '/v1/portal/applications/{portalId}', tag: 'portal', security: 'portalKey' },
    summary: 'Steps and days of an application, nothing about anybody',
    params: { portalId: 'The portal’s own number of the application (UUID)' },
    reply: { name: 'PortalProgress', schema: PortalProgress },
    failures: { 404: ['case.notFound'] },
  },
  {
    ...{ method: 'get', path: '/v1/portal/terms', tag: 'portal', security: 'portalKey' },
    summary: 'Towns that take applications, amounts in force, and materials nobody has to bring',
    reply: { name: 'PortalTerms', schema: PortalTerms },
  },
];

export const pickUpOperations: readonly Operation[] = [
  {
    ...{ method: 'post', path: '/v1/pick-ups', tag: 'pick-ups', security: 'token' },
    summary: 'A town looks for applications from the portal: it is written down, and what waits is told',
    reply: { name: 'PickUpReply', schema: PickUpReply },
    failures: { 403: ['session.notAllowed'] },
  },
  {
    ...{ method: 'get', path: '/v1/pick-ups/report', tag: 'pick-ups', security: 'token' },
    summary: 'Pick-ups by town and working day, and the days with fewer than the rules ask for',
    query: z.strictObject({ from: IsoDate, to: IsoDate }),
    reply: { name: 'PickUpReport', schema: PickUpReportReply },
    failures: { 403: ['session.notAllowed'] },
  },
  {
    ...{ method: 'get', path: '/v1/calendar', tag: 'server', security: 'none' },
    summary: 'The working days the district goes by, signed with its key',
    reply: { name: 'SignedCalendar', schema: SignedCalendar },
  },
];
