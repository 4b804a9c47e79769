import { z } from 'zod';
import { Role } from '../log/event-envelope.ts';
import { GuardName } from './guard-names.ts';
import { Step } from './steps.ts';

/** Official documents that a step can lead to; titles and texts are in their templates. */
export const DocumentKind = z.enum([
  'acceptanceNotice',
  'supplementNotice',
  'abandonNotice',
  'surveyResultNotice',
  'publicNotice',
  'renewedNotice',
  'objectionReply',
  'extensionNotice',
  'confirmationNotice',
  'refusalNotice',
  'publication',
  'withdrawalNotice',
  'terminationNotice',
  'hearingRecord',
  'adjustmentNotice',
  'visitRecord',
  'certificationForm',
  'surveyHomeForm',
  'surveyNeighbourForm',
  'surveyLetter',
]);
export type DocumentKind = z.infer<typeof DocumentKind>;

/** One thing somebody may do: from where to where, who, on what conditions, what it leaves on paper. */
export const Transition = z.strictObject({
  /** Type of the case command. */
  command: z.string().min(3).max(40),
  from: z.array(Step).min(1),
  /** Left out: the case stays where it is. */
  to: Step.optional(),
  /** Roles that may; the place is checked beside it. */
  by: z.array(Role).min(1),
  /** Whose wish it carries out, where it is not the office's own. */
  asks: z.enum(['resident', 'anybody']).optional(),
  guards: z.array(GuardName),
  documents: z.array(DocumentKind),
  /** May be done although a colleague has claimed the case: the resident must not wait for that. */
  anyColleague: z.boolean().optional(),
  source: z.string().min(2).max(300),
});
export type Transition = z.infer<typeof Transition>;

/** What a survey has to hold before anything may be concluded from it. */
export const SurveyNeed = z.enum(['check', 'homeVisit', 'selfCare']);
export type SurveyNeed = z.infer<typeof SurveyNeed>;

/** The whole way of one kind of assistance under one rule set. */
export const Process = z.strictObject({
  title: z.string().min(2).max(100),
  source: z.string().min(2).max(300),
  /** Whether the preliminary review is posted before it is reported (公示). */
  notice: z.boolean(),
  /** Paid every month, once, or a status without money. */
  grant: z.enum(['monthly', 'once', 'status']),
  surveyNeeds: z.array(SurveyNeed).min(1),
  /** Each recipient household is visited once in so many months. */
  visitEveryMonths: z.int().min(1).max(24),
  transitions: z.array(Transition).min(1),
});
export type Process = z.infer<typeof Process>;
