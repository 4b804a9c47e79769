import { randomUUID } from 'node:crypto';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CaseCommand } from '../../domain/case/case-commands.ts';
import { compareDeclared } from '../../domain/matching/compare-declared.ts';
import type { Actor } from '../../domain/log/event-envelope.ts';
import { clerk, reviewer, sampleSubmit } from '../../domain/testing/sample-application.ts';
import { accountRoutes } from '../accounts/account-routes.ts';
import type { DistrictContext } from '../context.ts';
import { AccessEntity } from '../db/entities.ts';
import { answerErrors } from '../http/answer-errors.ts';
import { silentLog } from '../http/log.ts';
import { appendAsDistrict } from '../sync/append.ts';
import { stateOf } from '../sync/judge.ts';
import { storedStream } from '../sync/stream-store.ts';
import { syncRoutes } from '../sync/sync-routes.ts';
import { onEachDatabase } from '../testing/databases.ts';
import { loadDemoPeople } from '../testing/demo-people.ts';
import { startMatchingSimulator, type MatchingSimulator } from '../testing/matching-simulator.ts';
import { openTestContext } from '../testing/test-context.ts';
import { matchingConfig } from './config.ts';
import { matchingDoor } from './matching-door.ts';

onEachDatabase('a check asked for on a case', (newDatabase) => {
  let context: DistrictContext;
  let closeContext: () => Promise<void>;
  let simulator: MatchingSimulator;
  let app: FastifyInstance;
  const now = () => new Date('2025-01-24T02:00:00.000Z');
  beforeEach(async () => {
    simulator = await startMatchingSimulator({ people: await loadDemoPeople() });
    const opened = await openTestContext({ databaseUrl: await newDatabase() }, { now });
    ({ context, close: closeContext } = opened);
  });
  afterEach(async () => {
    await app.close();
    await simulator.close();
    await closeContext();
  });
  const serve = async () => {
    app = Fastify();
    answerErrors(app, silentLog);
    accountRoutes(app, context);
    syncRoutes(app, context);
    const sources = ['humanResources', 'civilAffairs', 'vehicles'] as const;
    const file = { sources: sources.map((source) => ({ source, url: `${simulator.url}/${source}` })) };
    matchingDoor(app, context, matchingConfig(file, {}));
    await app.listen({ port: 0, host: '127.0.0.1' });
  };
  const act = async (streamId: string, actor: Actor, command: CaseCommand) => {
    const appended = await appendAsDistrict(context, { streamId, actor, command });
    expect(appended.outcome).toBe('appended');
  };
  const stateNow = async (caseId: string) => {
    const stored = await context.database.read((tx) => storedStream(tx, context.eventKey, caseId));
    return 'damagedAt' in stored ? null : stateOf(stored);
  };
  const askedFor = async () => {
    const caseId = randomUUID();
    await act(caseId, clerk, { ...sampleSubmit(), draftId: randomUUID() });
    await act(caseId, reviewer, { type: 'accept' });
    await act(caseId, clerk, { type: 'startSurvey' });
    const sources = ['humanResources', 'civilAffairs', 'finance'] as const;
    const ask = { type: 'requestCheck' as const, requestId: randomUUID(), purpose: 'application' as const };
    await act(caseId, clerk, { ...ask, sources: [...sources] });
    return caseId;
  };

  it('is found in the log, asked, and answered on the case by the district', async () => {
    const caseId = await askedFor();
    await serve();
    await vi.waitFor(async () => expect((await stateNow(caseId))?.checks[0]?.answers).toHaveLength(3), {
      timeout: 20_000,
    });
    const state = await stateNow(caseId);
    const answers = state?.checks[0]?.answers ?? [];
    const outcomes = Object.fromEntries(
      answers.map(({ source, outcome, reason }) => [source, reason ?? outcome]),
    );
    expect(outcomes).toEqual({ humanResources: 'found', civilAffairs: 'found', finance: 'notConfigured' });
    expect(simulator.asked.map(({ source }) => source).sort()).toEqual(['civilAffairs', 'humanResources']);
    const log = await context.database.read((tx) => tx.find(AccessEntity));
    expect(log.map(({ accountId }) => accountId)).toEqual([clerk.accountId, clerk.accountId]);
    // The pension was stated as it is; the death is what nobody said.
    const application = state?.application;
    const rows = application ? compareDeclared(application, answers) : [];
    expect(rows.map(({ kind, difference, flag }) => [kind, difference, flag])).toEqual([
      ['pension', 'same', null],
      ['deceased', 'notDeclared', 'deceased'],
    ]);
  });

  it('is not asked about once the case was withdrawn', async () => {
    const caseId = await askedFor();
    await act(caseId, clerk, { type: 'withdraw', reason: '示例：本人撤回' });
    await serve();
    await vi.waitFor(
      async () => {
        const log = await context.database.read((tx) => tx.find(AccessEntity));
        expect(log.filter(({ what }) => what.startsWith('checkRefused:caseClosed:'))).toHaveLength(2);
      },
      { timeout: 20_000 },
    );
    expect(simulator.asked).toEqual([]);
  });

  it('is queued once by any number of starts', async () => {
    const caseId = await askedFor();
    await serve();
    await app.close();
    await serve();
    await vi.waitFor(async () => expect((await stateNow(caseId))?.checks[0]?.answers).toHaveLength(3), {
      timeout: 20_000,
    });
    const queries = new Set(simulator.asked.map(({ body }) => body.queryId));
    expect(queries.size).toBe(2);
  });
});
