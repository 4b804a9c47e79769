import type { FailureCode, FailureOf } from '../../contract/failures.ts';

/** What happened, and what to do now: one plain sentence each. */
export interface FailureText {
  title: string;
  doNow: string;
}

export type FailureTexts<C extends FailureCode> = { [K in C]: (data: FailureOf<K>['data']) => FailureText };
