import type { CheckableCase } from '../../domain/matching/authorized.ts';
import type { CheckAnswer } from '../../domain/matching/check.ts';
import type { Database } from '../db/database.ts';
import type { DistrictLog } from '../http/log.ts';
import type { MatchingConfig } from './config.ts';

/** What the engine works with. */
export interface MatchingParts {
  database: Database;
  /** Seals answers, and makes the secrets of tickets. */
  key: Buffer;
  config: MatchingConfig;
  log: DistrictLog;
  /** The day and time written down; may be moved. */
  now(): Date;
  /** Counts waiting and deadlines, in ms; the machine's own, so that a moved `now` stops no retry. */
  clock(): number;
  /** 0…1, spreads retries. */
  random(): number;
  /** Queues what is asked for and not queued yet; called at the start and at every waking. */
  findNew(): Promise<unknown>;
  /** The case as it is now; null when there is none. */
  loadCase(caseId: string): Promise<CheckableCase | null>;
  /**
   * Puts an answer on the case's stream as the district. `commandId` is the same for every attempt of one answer. later: not
   * now, try again; refused: never, the rules say no.
   */
  record(caseId: string, answer: CheckAnswer, commandId: string): Promise<'taken' | 'later' | 'refused'>;
}
