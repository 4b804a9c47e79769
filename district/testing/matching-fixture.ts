import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import type { CheckableCase, CheckablePerson } from '../../domain/matching/authorized.ts';
import type { CheckAnswer, CheckRequest } from '../../domain/matching/check.ts';
import type { Source } from '../../domain/matching/sources.ts';
import { openDatabase } from '../db/database.ts';
import { answerErrors } from '../http/answer-errors.ts';
import { silentLog } from '../http/log.ts';
import { matchingConfig, type SourceConfig } from '../matching/config.ts';
import { startMatching, type MatchingEngine } from '../matching/engine.ts';
import { matchingRoutes } from '../matching/matching-routes.ts';
import type { MatchingParts } from '../matching/parts.ts';
import { queueChecks } from '../matching/queue.ts';
import { loadDemoPeople } from './demo-people.ts';
import { startMatchingSimulator } from './matching-simulator.ts';

export const digestOne = 'a'.repeat(64);
export const clerkId = randomUUID();
export const stationId = randomUUID();

/** A fictional person of the shipped ones, who signed. */
export const signedPerson = (
  idNumber: string | null = '500107197903129818',
  other: Partial<CheckablePerson> = {},
): CheckablePerson => ({
  ...{ personId: randomUUID(), name: '张示例', idNumber, role: 'member', consents: true },
  ...{ signatureDigests: [digestOne], withdrawn: false, ...other },
});

/** Quick on purpose: what is tested is the order of things. */
const quick = { timeoutMs: 2000, retries: 2, backoffMs: 5, deadlineMs: 60_000, pauseMs: 20, pollEveryMs: 15 };

export type SourceOverride = Partial<Omit<SourceConfig, 'auth' | 'source'>>;

/** The engine on a database, with a real simulator, its routes behind a real server, and a recorder in place of the case. */
export async function matchingFixture(
  databaseUrl: string | null,
  overrides: Partial<Record<Source, SourceOverride>>,
) {
  const folder = await mkdtemp(join(tmpdir(), 'nuanchuang-matching-'));
  const database = await openDatabase(
    databaseUrl
      ? { kind: 'postgres', url: databaseUrl }
      : { kind: 'embedded', file: join(folder, 'district.db'), key: randomBytes(32) },
  );
  const simulator = await startMatchingSimulator({ people: await loadDemoPeople() });
  const app = Fastify();
  answerErrors(app, silentLog);
  const cases = new Map<string, CheckableCase>();
  const recorded: { caseId: string; answer: CheckAnswer; commandId: string }[] = [];
  const verdicts: ('later' | 'refused')[] = [];
  const logged: unknown[] = [];
  let engine: MatchingEngine | null = null;
  matchingRoutes(app, { database, engine: () => engine, now: () => new Date() });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const file = {
    callbackUrl: url,
    sources: Object.entries(overrides).map(([source, override]) => {
      const own = override.pollUrl ? { pollUrl: `${simulator.url}/${source}/poll` } : {};
      return { source, url: `${simulator.url}/${source}`, ...quick, ...override, ...own };
    }),
  };
  const parts: MatchingParts = {
    ...{ database, key: randomBytes(32), config: matchingConfig(file, {}) },
    log: {
      info: (code, data) => void logged.push({ code, ...data }),
      error: (code, data, cause) => void logged.push({ code, ...data, cause }),
    },
    ...{ now: () => new Date(), clock: () => Date.now(), random: () => 0.5 },
    findNew: async () => 0,
    loadCase: async (caseId) => cases.get(caseId) ?? null,
    record: async (caseId, answer, commandId) => {
      const verdict = verdicts.shift();
      if (verdict) return verdict;
      recorded.push({ caseId, answer, commandId });
      return 'taken';
    },
  };
  return {
    ...{ database, simulator, cases, recorded, verdicts, logged, parts, url, app },
    start: async (other: Partial<MatchingParts> = {}) => {
      engine = await startMatching({ ...parts, ...other });
      return engine;
    },
    stop: async () => engine?.close(),
    /** A case of these people and a check of all of them at these sources. */
    request: async (people: CheckablePerson[], sources: Source[], open = true) => {
      const caseId = randomUUID();
      cases.set(caseId, { open, people });
      const request: CheckRequest = {
        ...{ requestId: randomUUID(), sources, purpose: 'application', requestedOn: '2026-01-05' },
        authorizations: people.map(({ personId }) => ({ personId, signatureDigest: digestOne })),
      };
      const asked = { caseId, request, requestedBy: clerkId, deviceId: stationId };
      await database.write((tx) => queueChecks(tx, asked));
      engine?.wake();
      return asked;
    },
    close: async () => {
      await engine?.close();
      await app.close();
      await simulator.close();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
export type MatchingFixture = Awaited<ReturnType<typeof matchingFixture>>;
