import { z } from 'zod';
import { AlertPerson, AlertSource, FollowUpResult } from '../../domain/alert/alert-values.ts';
import { Office } from '../../domain/alert/office.ts';
import { Role } from '../../domain/log/event-envelope.ts';
import { TicketKind, TicketLimit } from '../../domain/ticket/ticket-limits.ts';
import {
  AboutStaff,
  AnswerWay,
  TicketChannel,
  TicketOwner,
  TicketPerson,
} from '../../domain/ticket/ticket-values.ts';
import { IsoDate } from '../../domain/values/iso-date.ts';
import { DueDate, SyncState } from '../views.ts';

/** A page of a list; `filter` is one of the list's own. */
export const listPlace = { offset: z.int().nonnegative().max(100_000), limit: z.int().min(1).max(200) };

export const AlertFilter = z.enum(['open', 'mine', 'overdue', 'reported', 'closed']);
export type AlertFilter = z.infer<typeof AlertFilter>;
export const TicketFilter = z.enum(['open', 'mine', 'overdue', 'answered', 'closed']);
export type TicketFilter = z.infer<typeof TicketFilter>;

export const AlertStep = z.enum(['OPEN', 'ASSIGNED', 'ACCEPTED', 'REPORTED', 'CLOSED']);
export const TicketStep = z.enum(['OPEN', 'ANSWERED', 'CLOSED']);

/** A desk in words: the place's name and, where somebody is named, the person's. */
export const DeskView = z.strictObject({ desk: Office, placeName: z.string(), personName: z.string() });
export type DeskView = z.infer<typeof DeskView>;

const who = { byName: z.string(), on: IsoDate };

export const AlertSummary = z.strictObject({
  id: z.uuid(),
  step: AlertStep,
  source: AlertSource,
  /** 张**, or empty where no name is known. */
  maskedName: z.string(),
  address: z.string(),
  raisedOn: IsoDate,
  holder: DeskView,
  due: DueDate,
  overdue: z.boolean(),
  sync: SyncState,
});
export type AlertSummary = z.infer<typeof AlertSummary>;

export const AlertAction = z.enum(['assign', 'accept', 'report', 'return', 'escalate', 'linkCase', 'close']);
export type AlertAction = z.infer<typeof AlertAction>;

export const AlertView = z.strictObject({
  summary: AlertSummary,
  seen: z.string(),
  person: AlertPerson,
  placeCode: z.string(),
  placeName: z.string(),
  seenOn: IsoDate,
  raisedByName: z.string(),
  reportBy: IsoDate.nullable(),
  handOvers: z.array(
    z.strictObject({
      ...who,
      kind: z.enum(['raised', 'assigned', 'accepted', 'returned', 'escalated']),
      from: DeskView.nullable(),
      to: DeskView,
      note: z.string(),
    }),
  ),
  followUps: z.array(
    z.strictObject({ ...who, visitedOn: IsoDate, findings: z.string(), result: FollowUpResult }),
  ),
  caseId: z.uuid().nullable(),
  /** The number on the receipt of that case, where this station has it. */
  caseCode: z.string().nullable(),
  closed: z.strictObject({ ...who, conclusion: z.string() }).nullable(),
  /** What this account may do now; the rules decide again when it is done. */
  actions: z.array(AlertAction),
});
export type AlertView = z.infer<typeof AlertView>;

export const TicketSummary = z.strictObject({
  id: z.uuid(),
  step: TicketStep,
  kind: TicketKind,
  /** 张**, or empty for somebody who does not want to be named. */
  maskedName: z.string(),
  /** The first words of what it is about; empty for a confidential one, which is read by opening it. */
  about: z.string(),
  receivedOn: IsoDate,
  owner: DeskView,
  due: DueDate,
  overdue: z.boolean(),
  confidential: z.boolean(),
  sync: SyncState,
});
export type TicketSummary = z.infer<typeof TicketSummary>;

export const TicketAction = z.enum(['answer', 'close', 'reopen', 'handOver', 'take', 'escalate']);
export type TicketAction = z.infer<typeof TicketAction>;

export const TicketView = z.strictObject({
  summary: TicketSummary,
  channel: TicketChannel,
  person: TicketPerson,
  what: z.string(),
  placeCode: z.string(),
  placeName: z.string(),
  about: AboutStaff.extend({ name: z.string() }).nullable(),
  limit: TicketLimit,
  openedByName: z.string(),
  openedOn: IsoDate,
  ownerChanges: z.array(
    z.strictObject({
      ...who,
      kind: z.enum(['opened', 'handedOver', 'taken', 'escalated']),
      from: DeskView.nullable(),
      to: DeskView,
      reason: z.string(),
    }),
  ),
  answers: z.array(z.strictObject({ ...who, way: AnswerWay, toldOn: IsoDate, text: z.string() })),
  reopened: z.array(z.strictObject({ ...who, reason: z.string() })),
  /** Last day on which the person may have it taken up again. */
  reopenUntil: IsoDate.nullable(),
  closedOn: IsoDate.nullable(),
  actions: z.array(TicketAction),
});
export type TicketView = z.infer<typeof TicketView>;

/** An account that something can be given to. */
export const Colleague = z.strictObject({
  accountId: z.uuid(),
  name: z.string(),
  role: Role,
  areaCode: z.string(),
  areaName: z.string(),
});
export type Colleague = z.infer<typeof Colleague>;
export { Office, TicketOwner };
