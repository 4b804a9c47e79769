import { Source } from '../../domain/matching/sources.ts';
import { allowed, afterFailure, backoffMs, closedCircuit, type Circuit } from './circuit.ts';
import type { SourceConfig } from './config.ts';
import { openAnswer, settleWithout } from './settle.ts';
import { MatchingQueryEntity, MatchingRawEntity, type MatchingQueryRow } from './entities.ts';
import { createLane, type Lane } from './lane.ts';
import type { MatchingParts } from './parts.ts';
import { claimNext, letGo, nextDue, release, type Wanted } from './queue.ts';
import { takeCallback, type CallbackOutcome } from './take-callback.ts';
import { workQuery } from './work-query.ts';

export interface SourceState {
  source: Source;
  configured: boolean;
  failures: number;
  /** Instant until which nobody asks it, or null. */
  pausedUntil: string | null;
}

export interface MatchingEngine {
  /** There may be work: after a check was queued. */
  wake(): void;
  callback(ticket: string, signature: string, body: Buffer): Promise<CallbackOutcome>;
  sources(): SourceState[];
  /** Stops asking; questions under way are given up and asked again after the next start. */
  close(): Promise<void>;
}

/** Longer than the longest time-out, so that a claim outlives the work it is for. */
const MARGIN_MS = 30_000;
/** Another server of the same database may have queued something. */
const LOOK_MS = 60_000;
const LEAST_MS = 10;
const RECORD_LATER_MS = 2000;

/** Starts working what is queued. Lanes are separate: a source that is down holds up nobody else. */
export async function startMatching(parts: MatchingParts): Promise<MatchingEngine> {
  const { config, database, log, clock } = parts;
  const stop = new AbortController();
  const circuits = new Map<Source, Circuit>();
  const circuitOf = (source: Source): Circuit => circuits.get(source) ?? closedCircuit;
  const now = (): Date => new Date(clock());
  let timer: NodeJS.Timeout | null = null;

  const lane = (
    wanted: Wanted,
    leaseMs: number,
    most: () => number,
    work: (row: MatchingQueryRow) => Promise<void>,
  ): Lane =>
    createLane<MatchingQueryRow>({
      allowed: most,
      next: () => claimNext(database, wanted, now(), leaseMs),
      work,
      done: () => (records.pump(), schedule()),
      failed: (error) => log.error('matching.laneFailed', {}, error),
    });

  const askLane = (source: SourceConfig): Lane =>
    lane(
      { source: source.source },
      source.timeoutMs + MARGIN_MS,
      () => allowed(circuitOf(source.source), source.parallel, clock()),
      async (row) => {
        const behaved = await workQuery(parts, source, row, stop.signal);
        const before = circuitOf(source.source);
        if (behaved === 'well') circuits.set(source.source, closedCircuit);
        if (behaved === 'badly') circuits.set(source.source, afterFailure(before, source, clock()));
      },
    );

  const configured = config.sources.map(({ source }) => source);
  const asking = new Map(config.sources.map((source) => [source.source, askLane(source)]));
  const unknown = lane(
    { notOf: configured },
    MARGIN_MS,
    () => 1,
    async (row) => void (await settleWithout(parts, row, 'noAnswer', 'notConfigured')),
  );
  const records = lane(
    { answered: true },
    MARGIN_MS,
    () => 1,
    (row) => recordAnswer(parts, row),
  );
  const lanes = [...asking.values(), unknown, records];

  let finding: Promise<unknown> = Promise.resolve();
  const wake = (): void => {
    if (stop.signal.aborted) return;
    finding = finding
      .then(() => (stop.signal.aborted ? null : parts.findNew()))
      .catch((error: unknown) => log.error('matching.findFailed', {}, error))
      .then(() => {
        for (const each of lanes) each.pump();
        schedule();
      });
  };

  /** One timer for whatever is next: a row that falls due, a pause that ends, a look around. */
  let planning: Promise<void> = Promise.resolve();
  function schedule(): void {
    planning = planning
      .then(async () => {
        if (stop.signal.aborted) return;
        // Taken together: a pause that ends while the database answers has still to wake the lane it left out.
        const at = clock();
        const full = [...asking].filter(([, each]) => each.full()).map(([source]) => source);
        const pauses = [...circuits.values()].flatMap(({ pausedUntil }) => pausedUntil ?? []);
        const ahead = pauses.filter((until) => until >= at);
        const due = await nextDue(database, full);
        const next = Math.min(due?.getTime() ?? Infinity, ...ahead);
        if (timer) clearTimeout(timer);
        const wait = Math.max(LEAST_MS, Math.min(LOOK_MS, next - clock()));
        if (!stop.signal.aborted) timer = setTimeout(wake, wait).unref();
      })
      .catch((error: unknown) => log.error('matching.planFailed', {}, error));
  }

  // One process alone has the embedded database: nobody else's claims are in it.
  if (database.kind === 'embedded') await letGo(database, now());
  wake();
  return {
    wake,
    callback: async (ticket, signature, body) => {
      const outcome = await takeCallback(parts, ticket, signature, body);
      wake();
      return outcome;
    },
    sources: () =>
      Source.options.map((source) => {
        const { failures, pausedUntil } = circuitOf(source);
        const until = pausedUntil === null ? null : new Date(pausedUntil).toISOString();
        return { source, configured: configured.includes(source), failures, pausedUntil: until };
      }),
    close: async () => {
      stop.abort();
      if (timer) clearTimeout(timer);
      await finding;
      await Promise.all(lanes.map((each) => each.stop()));
      await planning;
    },
  };
}

/** Puts an answer on the case; what the rules refuse is not kept either. */
async function recordAnswer(parts: MatchingParts, row: MatchingQueryRow): Promise<void> {
  const { database, key, log, clock, random } = parts;
  const outcome = await parts.record(row.caseId, openAnswer(key, row), row.id);
  if (outcome === 'taken') return release(database, row, { state: 'recorded', answer: null });
  if (outcome === 'later') {
    const attempts = row.attempts + 1;
    const dueAt = new Date(clock() + backoffMs(RECORD_LATER_MS, attempts, random())).toISOString();
    return release(database, row, { attempts, dueAt });
  }
  log.error('matching.answerRefused', { caseId: row.caseId, queryId: row.id });
  await database.write(async (tx) => {
    await tx.delete(MatchingRawEntity, { queryId: row.id });
    await tx.update(MatchingQueryEntity, { id: row.id }, { state: 'dropped', answer: null, claim: null });
  });
}
