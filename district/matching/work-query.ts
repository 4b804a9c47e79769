import type { CheckReason } from '../../domain/matching/check.ts';
import { ask, poll, type Asked } from './ask.ts';
import { backoffMs } from './circuit.ts';
import type { SourceConfig } from './config.ts';
import type { MatchingQueryRow } from './entities.ts';
import type { MatchingParts } from './parts.ts';
import { noteQuery } from './query-log.ts';
import { personOf, questionOf } from './question.ts';
import { release } from './queue.ts';
import { readAnswer } from './read-answer.ts';
import { settleWith, settleWithout } from './settle.ts';

/** How the source behaved: what the circuit counts. null: it was not asked. */
export type Behaved = 'well' | 'badly' | null;

/** Works one claimed question of a source one step further. */
export async function workQuery(
  parts: MatchingParts,
  config: SourceConfig,
  row: MatchingQueryRow,
  stopped: AbortSignal,
): Promise<Behaved> {
  const allowed = await personOf(parts, row);
  if (!allowed.ok) {
    await noteQuery(parts, row, allowed.reason);
    await settleWithout(parts, row, 'notAuthorized', allowed.reason);
    return null;
  }
  if (parts.clock() >= deadlineOf(config, row)) {
    await settleWithout(parts, row, 'noAnswer', (row.lastReason as CheckReason | null) ?? 'timeout');
    return null;
  }
  // A poll names nobody: the question it belongs to is written down.
  if (row.state === 'open') await noteQuery(parts, row);
  const asked =
    row.state === 'ticket'
      ? await poll(config, row.theirTicket ?? row.ticket, stopped)
      : await ask(config, questionOf(parts, row, allowed.person), stopped);
  if (stopped.aborted && asked.kind === 'failed') {
    await release(parts.database, row, { dueAt: at(parts.clock()) });
    return null;
  }
  return takeReply(parts, config, row, asked, allowed.person.idNumber);
}

async function takeReply(
  parts: MatchingParts,
  config: SourceConfig,
  row: MatchingQueryRow,
  asked: Asked,
  idNumber: string,
): Promise<Behaved> {
  if (asked.kind === 'ticket') {
    const wait = config.pollUrl ? parts.clock() + config.pollEveryMs : deadlineOf(config, row);
    const dueAt = at(Math.min(wait, deadlineOf(config, row)));
    await release(parts.database, row, { state: 'ticket', theirTicket: asked.ticket, dueAt });
    return 'well';
  }
  if (asked.kind === 'failed') return tryLater(parts, config, row, asked.reason);
  const read = readAnswer(asked.text, idNumber, config, parts.now().toISOString());
  if (!read.ok) return tryLater(parts, config, row, read.reason);
  // The household may have withdrawn while they were answering.
  const still = await personOf(parts, row);
  if (still.ok) await settleWith(parts, row, read.value, asked.text);
  else await settleWithout(parts, row, 'notAuthorized', still.reason);
  return 'well';
}

/** Polls go on until the deadline; questions are asked again as often as configured. */
async function tryLater(
  parts: MatchingParts,
  config: SourceConfig,
  row: MatchingQueryRow,
  reason: CheckReason,
): Promise<Behaved> {
  const attempts = row.attempts + 1;
  parts.log.info('matching.failed', { source: row.source, queryId: row.id, reason, attempts });
  const final = row.state === 'open' && (reason === 'refusedBySource' || attempts > config.retries);
  if (final) await settleWithout(parts, row, 'noAnswer', reason);
  else {
    const wait = backoffMs(config.backoffMs, attempts, parts.random());
    const dueAt = at(Math.min(parts.clock() + wait, deadlineOf(config, row)));
    await release(parts.database, row, { attempts, lastReason: reason, dueAt });
  }
  return reason === 'refusedBySource' ? 'well' : 'badly';
}

const at = (ms: number): string => new Date(ms).toISOString();
const deadlineOf = ({ deadlineMs }: SourceConfig, { queuedAt }: MatchingQueryRow): number =>
  Date.parse(queuedAt) + deadlineMs;
