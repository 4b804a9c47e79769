import { randomUUID } from 'node:crypto';
import { afterEach, expect, it, vi } from 'vitest';
import type { CheckReason } from '../../domain/matching/check.ts';
import type { Source } from '../../domain/matching/sources.ts';
import { AccessEntity } from '../db/entities.ts';
import { sha256Text } from '../sync/sha256.ts';
import { onEachDatabase } from '../testing/databases.ts';
import {
  clerkId,
  matchingFixture,
  signedPerson,
  stationId,
  type MatchingFixture,
  type SourceOverride,
} from '../testing/matching-fixture.ts';
import type { Behaviour } from '../testing/matching-simulator.ts';
import { MatchingQueryEntity, MatchingRawEntity } from './entities.ts';
import { progressOfCase, waitingBySource } from './progress.ts';
import { queueChecks } from './queue.ts';
import { rawAnswerOf } from './settle.ts';

onEachDatabase('data matching', (newDatabase) => {
  let fixture: MatchingFixture;
  const open = async (sources: Partial<Record<Source, SourceOverride>>) => {
    fixture = await matchingFixture(await newDatabase(), sources);
    return fixture;
  };
  afterEach(() => fixture.close());
  const answers = async (count: number) => {
    await vi.waitFor(() => expect(fixture.recorded).toHaveLength(count), { timeout: 20_000, interval: 5 });
    return fixture.recorded.map(({ answer }) => answer);
  };
  const rawRows = () => fixture.database.read((tx) => tx.find(MatchingRawEntity));
  const queries = () => fixture.database.read((tx) => tx.find(MatchingQueryEntity));
  const settled = (state = 'recorded') =>
    vi.waitFor(async () => expect((await queries()).map((row) => row.state)).toEqual([state]), {
      timeout: 20_000,
      interval: 5,
    });

  it('asks every source about every authorized person and puts each answer on the case', async () => {
    const { request, start } = await open({ vehicles: {}, education: {} });
    await start();
    const known = signedPerson();
    const stranger = signedPerson('500107190001010019');
    const { caseId, request: asked } = await request([known, stranger], ['vehicles', 'education']);
    await answers(4);
    const found = fixture.recorded.filter(({ answer }) => answer.outcome === 'found');
    expect(found).toMatchObject([
      {
        caseId,
        answer: {
          ...{ requestId: asked.requestId, source: 'vehicles', personId: known.personId, reason: null },
          facts: [{ topic: 'property', kind: 'vehicle', label: '小型轿车', amountFen: null }],
          provenance: { system: 'vehicles' },
        },
      },
    ]);
    expect(fixture.recorded.filter(({ answer }) => answer.outcome === 'nothing')).toHaveLength(3);
    const ids = (await queries()).map(({ id }) => id).sort();
    expect(fixture.recorded.map(({ commandId }) => commandId).sort()).toEqual(ids);
  });

  it('keeps the answer as it came, sealed, under the digest that stands on the case', async () => {
    const { request, start, parts } = await open({ vehicles: {} });
    await start();
    await request([signedPerson()], ['vehicles']);
    const [answer] = await answers(1);
    await settled();
    const [row] = await rawRows();
    const raw = (await rawAnswerOf(parts, row?.queryId ?? '')) ?? '';
    expect(sha256Text(raw)).toBe(answer?.rawDigest);
    expect(JSON.parse(raw)).toMatchObject({ idNumber: '500107197903129818' });
    const stored = JSON.stringify([await rawRows(), await queries()]);
    expect(stored).not.toMatch(/张示例|500107197903129818|小型轿车/);
    expect((await queries())[0]?.answer).toBeNull();
  });

  it('reads a department’s own format through its map, and sends what that asks for', async () => {
    const facts = [
      {
        ...{ list: 'data.srList', topic: 'income' as const, kind: 'wage', label: '工资', labelFrom: 'sdxm' },
        ...{
          textFrom: 'kjywr',
          amountFrom: 'je',
          asOfFrom: 'rq',
          unit: 'yuan' as const,
          periodMonths: 1 as const,
        },
      },
    ];
    const names = { ywlsh: 'queryId', xm: 'name', sfzhm: 'idNumber', sqsbh: 'authorizationDigest' } as const;
    const fieldMap = {
      request: { ...names, cxyt: 'purpose' as const },
      success: { path: 'code', equals: ['0'] },
      ...{ idNumber: 'data.sfzhm', answerId: 'data.lsh', answeredAt: 'data.cxsj', facts },
    };
    const { request, start } = await open({ tax: { fieldMap } });
    await start();
    await request([signedPerson()], ['tax']);
    const [answer] = await answers(1);
    expect(answer).toMatchObject({
      facts: [
        {
          ...{ topic: 'income', kind: 'wage', amountFen: 280_000, periodMonths: 1, label: '工资薪金所得' },
          ...{ text: '示例物业服务部', asOf: '2025-12-31' },
        },
      ],
      provenance: { at: '2026-01-05T01:30:00.000Z' },
    });
  });

  const withheld: [string, Partial<Parameters<typeof signedPerson>[1]>, boolean, CheckReason][] = [
    ['nobody signed', { signatureDigests: [] }, true, 'noSignature'],
    ['another signature is meant', { signatureDigests: ['b'.repeat(64)] }, true, 'otherSignature'],
    ['the authorization was withdrawn', { withdrawn: true }, true, 'withdrawn'],
    ['a supporter has not consented', { role: 'supporter', consents: false }, true, 'noConsent'],
    ['the number is not known', { idNumber: null }, true, 'noIdNumber'],
    ['the case is closed', {}, false, 'caseClosed'],
  ];
  it.each(withheld)('asks nobody when %s', async (_, person, caseOpen, reason) => {
    const { request, start, simulator } = await open({ vehicles: {} });
    await start();
    await request([signedPerson(undefined, person)], ['vehicles'], caseOpen);
    expect(await answers(1)).toMatchObject([
      { outcome: 'notAuthorized', reason, facts: [], rawDigest: null },
    ]);
    expect(simulator.asked).toEqual([]);
    const log = await fixture.database.read((tx) => tx.find(AccessEntity));
    expect(log.map(({ what }) => what)).toEqual([expect.stringContaining(`checkRefused:${reason}:vehicles`)]);
  });

  it('cannot ask about somebody who is not of the case', async () => {
    const { database, request, start, simulator } = await open({ vehicles: {} });
    const asked = await request([signedPerson()], ['vehicles']);
    const stranger = { personId: randomUUID(), signatureDigest: 'a'.repeat(64) };
    const forged = { ...asked.request, requestId: randomUUID(), authorizations: [stranger] };
    await database.write((tx) => queueChecks(tx, { ...asked, request: forged }));
    await start();
    const reasons = (await answers(2)).map(({ reason }) => reason);
    expect(reasons.sort()).toEqual(['notOfCase', null].sort());
    expect(simulator.asked).toHaveLength(1);
  });

  it('writes down every question before it is asked, by ids and codes', async () => {
    const { request, start, database } = await open({ vehicles: {} });
    await start();
    const person = signedPerson();
    const { caseId, request: asked } = await request([person], ['vehicles']);
    await answers(1);
    const log = await database.read((tx) => tx.find(AccessEntity));
    expect(log).toMatchObject([{ accountId: clerkId, deviceId: stationId, caseId }]);
    expect(log[0]?.what).toBe(`check:vehicles:${person.personId}:application:${asked.requestId}`);
    expect(JSON.stringify([log, fixture.logged])).not.toMatch(/张示例|500107197903129818/);
  });

  it('goes on with the others while a source is down, and gives that one up', async () => {
    const { request, start, simulator } = await open({
      housing: { breakAfter: 2 },
      vehicles: {},
      education: {},
    });
    simulator.behave('housing', { kind: 'error' });
    const engine = await start();
    const { caseId } = await request([signedPerson(), signedPerson()], ['housing', 'vehicles', 'education']);
    const all = await answers(6);
    expect(all.filter(({ source }) => source !== 'housing').every(({ reason }) => reason === null)).toBe(
      true,
    );
    // The answers of the others are there before the last of the source that is down.
    expect(all.at(-1)).toMatchObject({ source: 'housing', outcome: 'noAnswer', reason: 'unreachable' });
    expect(engine.sources().find(({ source }) => source === 'housing')?.failures).toBeGreaterThan(1);
    const progress = await progressOfCase(fixture.database, caseId);
    expect(progress).toHaveLength(6);
    expect((await waitingBySource(fixture.database)).get('housing')).toBe(0);
  });

  it('shows what is there while the rest is still waited for', async () => {
    const { request, start, simulator, database } = await open({ housing: {}, vehicles: {} });
    simulator.behave('housing', { kind: 'slow' });
    await start();
    const { caseId } = await request([signedPerson()], ['housing', 'vehicles']);
    await answers(1);
    await vi.waitFor(async () => {
      const states = (await progressOfCase(database, caseId)).map(({ source, state }) => [source, state]);
      expect(Object.fromEntries(states)).toEqual({ housing: 'open', vehicles: 'recorded' });
    });
    expect((await waitingBySource(database)).get('housing')).toBe(1);
  });

  it('asks again after failures, under the same id', async () => {
    const { request, start, simulator } = await open({ vehicles: {} });
    simulator.behave('vehicles', { kind: 'error', times: 2 });
    await start();
    await request([signedPerson()], ['vehicles']);
    expect(await answers(1)).toMatchObject([{ outcome: 'found' }]);
    expect(simulator.asked).toHaveLength(3);
    expect(new Set(simulator.asked.map(({ body }) => body.queryId)).size).toBe(1);
  });

  const bad: [Behaviour['kind'], CheckReason, number][] = [
    ['slow', 'timeout', 3],
    ['garbage', 'unreadable', 3],
    ['cutOff', 'unreadable', 3],
    ['wrongPerson', 'wrongPerson', 3],
    // An answer that says no is no failure to try again.
    ['refuse', 'refusedBySource', 1],
  ];
  it.each(bad)('takes nothing from a source that is %s', async (kind, reason, times) => {
    const { request, start, simulator } = await open({
      vehicles: { timeoutMs: kind === 'slow' ? 60 : 2000 },
    });
    simulator.behave('vehicles', { kind });
    await start();
    await request([signedPerson()], ['vehicles']);
    expect(await answers(1)).toMatchObject([{ outcome: 'noAnswer', reason, facts: [] }]);
    expect(simulator.asked).toHaveLength(times);
    expect(await rawRows()).toEqual([]);
  });

  it('says so when nobody is configured for a source', async () => {
    const { request, start } = await open({ vehicles: {} });
    await start();
    await request([signedPerson()], ['finance']);
    expect(await answers(1)).toMatchObject([{ outcome: 'noAnswer', reason: 'notConfigured' }]);
  });

  it('drops an answer that comes after the household withdrew', async () => {
    const { request, start, cases, parts } = await open({ vehicles: {} });
    let looks = 0;
    await start({
      loadCase: async (caseId) => {
        const found = await parts.loadCase(caseId);
        looks += 1;
        return looks === 1
          ? found
          : { open: true, people: [{ ...(found?.people[0] ?? signedPerson()), withdrawn: true }] };
      },
    });
    await request([signedPerson()], ['vehicles']);
    expect(await answers(1)).toMatchObject([{ outcome: 'notAuthorized', reason: 'withdrawn' }]);
    expect(await rawRows()).toEqual([]);
    expect(cases.size).toBe(1);
  });

  it('goes on after a stop where it was, and asks again what was under way', async () => {
    const { request, start, stop, simulator } = await open({ vehicles: {}, education: {} });
    simulator.behave('vehicles', { kind: 'slow', times: 1 });
    await start();
    await request([signedPerson()], ['vehicles', 'education']);
    await answers(1);
    await vi.waitFor(() => expect(simulator.asked.map(({ source }) => source)).toContain('vehicles'));
    await stop();
    const asked = simulator.asked.length;
    await start();
    expect((await answers(2)).at(-1)).toMatchObject({ source: 'vehicles', outcome: 'found' });
    expect(simulator.asked).toHaveLength(asked + 1);
  });

  it('leaves a source that is down alone for a while', async () => {
    const { request, start, simulator } = await open({
      housing: { breakAfter: 1, pauseMs: 600_000, parallel: 1 },
      vehicles: {},
    });
    simulator.behave('housing', { kind: 'error' });
    const engine = await start();
    await request([signedPerson(), signedPerson()], ['housing', 'vehicles']);
    await answers(2);
    const pausedUntil = () => engine.sources().find(({ source }) => source === 'housing')?.pausedUntil;
    await vi.waitFor(() => expect(pausedUntil()).not.toBeNull());
    // A later request is worked by the others, and nobody asks the one that is down.
    await request([signedPerson()], ['housing', 'vehicles']);
    await answers(3);
    expect(simulator.asked.filter(({ source }) => source === 'housing')).toHaveLength(1);
  });

  it('takes over what a server that died had claimed, and records it once', async () => {
    const { request, start, parts, simulator } = await open({ vehicles: {} });
    let revive = (): void => undefined;
    const dead = new Promise<void>((resolve) => (revive = resolve));
    const first = await start({ loadCase: async (caseId) => dead.then(() => parts.loadCase(caseId)) });
    await request([signedPerson()], ['vehicles']);
    await vi.waitFor(async () => expect((await queries())[0]?.claim).not.toBeNull());
    // Past the claim, before the deadline of the question.
    const later = await start({ clock: () => Date.now() + 40_000 });
    await answers(1);
    await settled();
    revive();
    await first.close();
    await later.close();
    expect(fixture.recorded).toHaveLength(1);
    expect(simulator.asked.length).toBeGreaterThan(0);
  });

  it('waits with an answer that the case cannot take now', async () => {
    const { request, start, verdicts } = await open({ vehicles: {} });
    verdicts.push('later', 'later');
    await start({ random: () => -0.5 });
    await request([signedPerson()], ['vehicles']);
    await answers(1);
    await settled();
    expect(verdicts).toEqual([]);
    expect(await rawRows()).toHaveLength(1);
  });

  it('forgets an answer that the case will never take', async () => {
    const { request, start, verdicts } = await open({ vehicles: {} });
    verdicts.push('refused');
    await start();
    await request([signedPerson()], ['vehicles']);
    await settled('dropped');
    expect(await rawRows()).toEqual([]);
    expect((await queries())[0]?.answer).toBeNull();
    expect(fixture.recorded).toEqual([]);
  });

  it('queues one request once, however often it is taken', async () => {
    const { request, start, database, simulator } = await open({ vehicles: {} });
    const asked = await request([signedPerson()], ['vehicles']);
    await database.write((tx) => queueChecks(tx, asked));
    await start();
    await answers(1);
    await settled();
    expect(simulator.asked).toHaveLength(1);
  });

  it('asks once when two servers share the database', async () => {
    const { request, start, simulator, stop } = await open({ vehicles: { parallel: 4 } });
    const first = await start();
    await start();
    await request(
      Array.from({ length: 8 }, () => signedPerson()),
      ['vehicles'],
    );
    first.wake();
    await answers(8);
    expect(simulator.asked).toHaveLength(8);
    await Promise.all([first.close(), stop()]);
  });
});
