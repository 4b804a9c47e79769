import type { CaseAction, ProcessView } from '../../../contract/views/process.ts';

type Seen = Pick<ProcessView, 'objections' | 'surveys' | 'notices' | 'colleagues'>;

/** Allowed by the rules, and yet there is nothing to do it with: no objection to reply to, no letter out. */
const idle: Readonly<Record<string, (process: Seen) => boolean>> = {
  replyObjection: ({ objections }) => objections.every(({ reply }) => reply !== null),
  recordLetterReply: ({ surveys }) =>
    surveys.every(({ record, reply }) => record.method !== 'letter' || reply !== null),
  takeDownNotice: ({ notices }) => notices.at(-1)?.takenDownOn !== null,
  handOver: ({ colleagues }) => colleagues.length === 0,
};

/** What a person can really do now, in the order of the process. */
export const usefulActions = (process: Seen & Pick<ProcessView, 'actions'>): CaseAction[] =>
  process.actions.filter(({ command }) => !(idle[command]?.(process) ?? false));
