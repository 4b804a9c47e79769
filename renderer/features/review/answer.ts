import type { AnswerSource } from '../../../domain/application/person.ts';

/** One answer as it is read back: the question, what was said, and where it came from. */
export interface Answer {
  label: string;
  value: string;
  source?: AnswerSource | undefined;
}

/** Said aloud and on screen where nothing was answered. */
export const NOT_ANSWERED = '没有填';

export const answer = (label: string, value: string | null | undefined, source?: AnswerSource): Answer => ({
  label,
  value: value?.trim() ? value : NOT_ANSWERED,
  ...(source && value?.trim() ? { source } : {}),
});
