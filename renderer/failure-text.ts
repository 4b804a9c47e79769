import type { AnyFailure, FailureCode } from '../contract/failures.ts';
import { alertText } from './failure-text/alerts.ts';
import { ticketText } from './failure-text/tickets.ts';
import { processText } from './failure-text/process.ts';
import { deviceText } from './failure-text/devices.ts';
import { caseText } from './failure-text/cases.ts';
import type { FailureText, FailureTexts } from './failure-text/failure-texts.ts';
import { systemText } from './failure-text/system.ts';
import { draftText } from './failure-text/drafts.ts';

/** A sentence for every failure of the contract; a code without one does not compile. */
export const failureTexts: FailureTexts<FailureCode> = {
  ...systemText,
  ...draftText,
  ...deviceText,
  ...caseText,
  ...processText,
  ...alertText,
  ...ticketText,
};

export function failureText(failure: AnyFailure): FailureText {
  // The compiler cannot follow that code and data of a union belong together.
  const say = failureTexts[failure.code] as (data: AnyFailure['data']) => FailureText;
  return say(failure.data);
}
