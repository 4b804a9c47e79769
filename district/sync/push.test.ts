import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServerStatus } from '../../contract/sync/accounts.ts';
import type { PushItem } from '../../contract/sync/push.ts';
import { firstBrokenLink } from '../../domain/log/chain.ts';
import { countersignatureHolds } from '../secrets/signing-key.ts';
import { onEachDatabase } from '../testing/databases.ts';
import { decideItem, linkItem, newCase } from '../testing/push-items.ts';
import { only, startTestServer, type SignedIn, type TestServer } from '../testing/test-server.ts';
import { sha256Text } from './sha256.ts';

const town = '500107001';

onEachDatabase('push', (newDatabase) => {
  let server: TestServer;
  let clerk: SignedIn;
  let reviewer: SignedIn;
  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await newDatabase() });
    clerk = await server.signIn('clerk', 'windowClerk', town);
    reviewer = await server.signIn('reviewer', 'townReviewer', town, clerk.deviceId);
  });
  afterAll(() => server.close());

  const accepted = async (who: SignedIn, item: PushItem) => {
    const answer = only((await who.push([item])).answers);
    if (answer.outcome !== 'accepted') throw new Error(JSON.stringify(answer));
    return answer;
  };
  const rejection = async (who: SignedIn, item: unknown) => {
    const answer = only((await who.push([item])).answers);
    return answer.outcome === 'rejected' ? answer.code : answer.outcome;
  };

  it('numbers a case, countersigns it and gives it back as it came', async () => {
    const item = newCase(clerk);
    const answer = await accepted(clerk, item);
    expect(answer.caseNo).toMatch(/^九低保〔20\d\d〕\d{6}号$/);
    const status = ServerStatus.parse((await server.get('/v1/status')).json);
    const digest = item.events.at(-1)?.digest ?? '';
    expect(countersignatureHolds(status.publicKey, digest, answer.signature)).toBe(true);
    expect(countersignatureHolds(status.publicKey, '0'.repeat(64), answer.signature)).toBe(false);
    const given = (await clerk.pull()).events.filter(({ event }) => event.streamId === item.streamId);
    expect(given.map(({ event }) => event)).toEqual(item.events);
    expect(given.every(({ caseNo }) => caseNo === answer.caseNo)).toBe(true);
    expect(given.at(-1)?.sequence).toBe(answer.sequence);
  });

  it('makes one case of ten sendings, one after the other, at once and in one batch', async () => {
    const item = newCase(clerk);
    const first = await accepted(clerk, item);
    for (let i = 0; i < 9; i += 1) expect(await accepted(clerk, item)).toEqual(first);
    const other = newCase(clerk);
    const replies = await Promise.all(Array.from({ length: 10 }, () => accepted(clerk, other)));
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    const third = newCase(clerk);
    const { answers } = await clerk.push([third, third, third]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const { events } = await clerk.pull();
    for (const { streamId, events: own } of [item, other, third]) {
      expect(events.filter(({ event }) => event.streamId === streamId)).toHaveLength(own.length);
    }
  });

  it('numbers without gaps and in the order of commits, whatever is refused between', async () => {
    const serial = (caseNo: string): number => Number(/(\d{6})号$/.exec(caseNo)?.[1]);
    const start = serial((await accepted(clerk, newCase(clerk))).caseNo);
    const pushes = Array.from({ length: 12 }, (_, i) => {
      const item = newCase(clerk);
      return i % 3 === 0 ? clerk.push([item, { ...item, commandId: 'broken' }]) : clerk.push([item]);
    });
    const answers = (await Promise.all(pushes)).flatMap((reply) => reply.answers);
    const taken = answers.filter((a) => a.outcome === 'accepted').sort((a, b) => a.sequence - b.sequence);
    expect(taken.map((a) => serial(a.caseNo))).toEqual(taken.map((_, i) => start + 1 + i));
  });

  it('lets the rest flow past a poison item', async () => {
    const [one, two] = [newCase(clerk), newCase(clerk)];
    const bent = newCase(clerk);
    const poison = [
      { commandId: bent.commandId, rubbish: true },
      'text',
      null,
      { ...bent, events: bent.events.map((event) => ({ ...event, data: '@deep' })) },
      { ...bent, command: { ...bent.command, type: 'approveAtOnce' } },
    ];
    const body = JSON.stringify({ deviceId: clerk.deviceId, items: [one, ...poison, two] });
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const { answers } = await clerk.pushText(body.replaceAll('"@deep"', deep));
    expect(answers.map((answer) => answer.outcome)).toEqual([
      'accepted',
      ...poison.map(() => 'rejected'),
      'accepted',
    ]);
    expect(answers[1]).toMatchObject({ commandId: bent.commandId, code: 'call.malformed' });
    expect(await accepted(clerk, bent)).toBeTruthy();
  });

  it('decides again: a review before its application conflicts, and is taken after it', async () => {
    const item = newCase(clerk);
    const review = decideItem({ ...reviewer }, { type: 'accept' }, item.events);
    expect(only((await reviewer.push([review])).answers)).toMatchObject({
      outcome: 'conflict',
      serverVersion: 0,
    });
    const { caseNo } = await accepted(clerk, item);
    expect((await accepted(reviewer, review)).caseNo).toBe(caseNo);
    const late = decideItem(reviewer, { type: 'accept' }, item.events);
    const serverVersion = item.events.length + 1;
    expect(only((await reviewer.push([late])).answers)).toMatchObject({ outcome: 'conflict', serverVersion });
    const stream = (await clerk.pull()).events.filter(({ event }) => event.streamId === item.streamId);
    expect(
      firstBrokenLink(
        stream.map(({ event }) => event),
        sha256Text,
      ),
    ).toBeNull();
  });

  it('refuses what the rules would not have decided', async () => {
    const item = newCase(clerk);
    const [opened, ...rest] = item.events;
    const forged = linkItem([
      { ...opened!, data: { ...(opened!.data as object), appliedBy: 'agent' } },
      ...rest,
    ]);
    expect(await rejection(clerk, { ...item, events: forged })).toBe('sync.decidedDifferently');
    expect(await rejection(clerk, { ...item, events: linkItem(item.events.slice(0, -1)) })).toBe(
      'sync.decidedDifferently',
    );
    await accepted(clerk, item);
    const own = { ...decideItem(reviewer, { type: 'accept' }, item.events), actor: clerk.actor };
    const events = linkItem(
      own.events.map((event) => ({ ...event, actor: clerk.actor })),
      item.events,
    );
    expect(await rejection(clerk, { ...own, events })).toBe('case.notYourRole');
  });

  it('refuses a chain that does not hold or does not continue what is stored', async () => {
    const item = newCase(clerk);
    const bent = item.events.map((event, i) => (i === 1 ? { ...event, digest: 'a'.repeat(64) } : event));
    expect(await rejection(clerk, { ...item, events: bent })).toBe('sync.chainBroken');
    await accepted(clerk, item);
    const review = decideItem(reviewer, { type: 'accept' }, item.events);
    const elsewhere = linkItem(review.events, [{ ...item.events.at(-1)!, digest: 'b'.repeat(64) }]);
    expect(await rejection(reviewer, { ...review, events: elsewhere })).toBe('sync.chainBroken');
  });

  it('believes no envelope that says something else than its command', async () => {
    const item = newCase(clerk);
    const with_ = (change: object) => ({
      ...item,
      events: linkItem(item.events.map((event) => ({ ...event, ...change }))),
    });
    expect(await rejection(clerk, with_({ actor: reviewer.actor }))).toBe('sync.otherActor');
    expect(await rejection(clerk, with_({ stationTime: '2025-01-20T02:00:00.000Z' }))).toBe('sync.otherTime');
    expect(await rejection(clerk, with_({ deviceId: newCase(clerk).streamId }))).toBe('sync.otherDevice');
    expect(await rejection(clerk, with_({ streamId: newCase(clerk).streamId }))).toBe('sync.otherStream');
    expect(await rejection(clerk, with_({ ruleSetId: 'nobody-2099' }))).toBe('sync.ruleSetUnknown');
    expect(await rejection(clerk, with_({ counter: 1 }))).toBe('sync.counterNotRising');
    expect(await rejection(clerk, with_({ id: item.commandId }))).toBe('sync.eventIdReused');
    const taken = newCase(clerk);
    await accepted(clerk, taken);
    const reused = linkItem(
      item.events.map((event, i) => (i === 0 ? { ...event, id: taken.events[0]!.id } : event)),
    );
    expect(await rejection(clerk, { ...item, events: reused })).toBe('sync.eventIdReused');
    expect(await rejection(clerk, { ...item, commandId: taken.commandId })).toBe('sync.commandReused');
    await accepted(clerk, item);
  });

  it('takes one case of one draft', async () => {
    const item = newCase(clerk);
    await accepted(clerk, item);
    const twin = decideItem(clerk, item.command);
    expect(only((await clerk.push([twin])).answers)).toMatchObject({ code: 'case.duplicate' });
  });

  it('knows who may act where', async () => {
    const elsewhere = await server.signIn('elsewhere', 'windowClerk', '500107002', clerk.deviceId);
    const item = newCase(clerk);
    expect(await rejection(elsewhere, item)).toBe('case.notYourArea');
    const stranger = { ...clerk, actor: { ...clerk.actor, accountId: item.streamId } };
    expect(await rejection(clerk, newCase(stranger))).toBe('sync.actorUnknown');
    const away = await server.signIn('away', 'townReviewer', town);
    await accepted(clerk, item);
    const forged = decideItem(
      { actor: away.actor, deviceId: clerk.deviceId },
      { type: 'accept' },
      item.events,
    );
    expect(await rejection(clerk, forged)).toBe('sync.actorNotOnDevice');
    expect((await elsewhere.pull()).events).toEqual([]);
    const district = await server.signIn('district', 'districtReviewer', '500107');
    expect((await district.pull()).events.length).toBeGreaterThan(0);
  });

  describe('the clock of a station is wrong by a day', () => {
    const noon = '2025-02-12T04:00:00.000Z';
    let clock = noon;
    let dated: TestServer;
    let here: SignedIn;
    beforeAll(async () => {
      dated = await startTestServer({ databaseUrl: await newDatabase(), now: () => new Date(clock) });
      here = await dated.signIn('clerk', 'windowClerk', town);
    });
    afterAll(() => dated.close());

    it('ahead: nothing is taken, the right time is told, and it is taken when its day has come', async () => {
      const ahead = newCase(here, '2025-02-13T04:00:00.000Z');
      const data = { serverTime: noon };
      const refused = { outcome: 'rejected', code: 'sync.clockAhead', data };
      expect(only((await here.push([ahead])).answers)).toMatchObject(refused);
      expect((await here.pull()).events).toEqual([]);
      // The first moment of the next day in Shanghai, and the last of this one.
      expect(await rejection(here, newCase(here, '2025-02-12T16:00:00.000Z'))).toBe('sync.clockAhead');
      await accepted(here, newCase(here, '2025-02-12T15:59:59.999Z'));
      clock = '2025-02-12T16:00:00.000Z';
      await accepted(here, ahead);
    });

    it('behind: taken with the day it says, as from a station that was offline', async () => {
      const behind = newCase(here, '2025-02-11T04:00:00.000Z');
      await accepted(here, behind);
      const own = (await here.pull()).events.filter(({ event }) => event.streamId === behind.streamId);
      expect(own.at(-1)?.event.data).toMatchObject({ submittedOn: '2025-02-11' });
    });
  });

  it('asks for a token of this device', async () => {
    const body = { deviceId: clerk.deviceId, items: [newCase(clerk)] };
    expect((await server.post('/v1/sync/push', body)).status).toBe(401);
    expect((await server.post('/v1/sync/push', body, 'x'.repeat(43))).json).toMatchObject({
      code: 'session.none',
    });
    const other = await server.signIn('clerk', 'windowClerk', town);
    expect((await server.post('/v1/sync/push', body, other.token)).status).toBe(403);
    expect((await server.post('/v1/sync/push', { ...body, items: [] }, clerk.token)).status).toBe(400);
  });

  it('keeps everything over a restart, the key it signs with included', async () => {
    const item = newCase(clerk);
    const before = await accepted(clerk, item);
    await server.restart();
    expect(await accepted(clerk, item)).toEqual(before);
  });
});
