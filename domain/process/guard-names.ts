import { z } from 'zod';

/** Conditions a process may put before a step; each is one function in domain/case/guards.ts. */
export const GuardName = z.enum([
  /** Whoever reviews is not who entered (互斥). */
  'notEntrant',
  /** Online applications have been picked up. */
  'pickedUp',
  /** Everything the kind's survey needs is on record. */
  'surveyDone',
  /** After an objection or a return: something new was found out since. */
  'surveyedAgain',
  /** Every objector was answered. */
  'objectionsAnswered',
  /** The notice hung for its whole period and was taken down with proof. */
  'noticeCompleted',
  /** The last day of the notice is over: no objection can come any more. */
  'noticeElapsed',
  /** Every step of `neededBeforeConfirmation` is on record (不得直接确认). */
  'neededOnRecord',
  /** Near relatives declared: the district has visited by itself (N §20). */
  'districtVisited',
  /** The same person in two open cases: settled with a reason. */
  'noOpenDuplicate',
  /** The household was heard before reducing or ending (L §48). */
  'heard',
  /** Disputed: the only ground for 民主评议. */
  'disputed',
]);
export type GuardName = z.infer<typeof GuardName>;
