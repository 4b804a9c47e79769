import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEachDatabase } from '../testing/databases.ts';
import { decideItem, newCase } from '../testing/push-items.ts';
import { only, startTestServer, type SignedIn, type TestServer } from '../testing/test-server.ts';

onEachDatabase('自动放弃', (newDatabase) => {
  let server: TestServer;
  let clerk: SignedIn;
  let reviewer: SignedIn;
  const clock = { now: new Date('2025-01-24T03:00:00.000Z') };
  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await newDatabase(), now: () => clock.now });
    clerk = await server.signIn('clerk', 'windowClerk', '500107001');
    reviewer = await server.signIn('reviewer', 'townReviewer', '500107001', clerk.deviceId);
  });
  afterAll(() => server.close());

  const asked = async (limit: string) => {
    const item = newCase(clerk);
    const items = [{ slot: 'householdBook', memberId: null, note: '缺户主页' }];
    const notice = decideItem(reviewer, { type: 'issueSupplement', items, limit, reason: null }, item.events);
    await clerk.push([item]);
    await reviewer.push([notice]);
    return [...item.events, ...notice.events];
  };
  const last = async (streamId: string) =>
    (await clerk.pull()).events.filter(({ event }) => event.streamId === streamId).at(-1)?.event;

  it('is recorded by the server after the limit, and not on it', async () => {
    const over = await asked('2025-02-10');
    const open = await asked('2025-02-20');
    clock.now = new Date('2025-02-10T15:00:00.000Z');
    await server.restart();
    await expect.poll(async () => (await last(over[0]!.streamId))?.type).toBe('supplement.issued');
    clock.now = new Date('2025-02-10T16:30:00.000Z');
    await server.restart();
    await expect.poll(async () => (await last(over[0]!.streamId))?.type).toBe('application.abandoned');
    expect((await last(over[0]!.streamId))?.actor.role).toBe('system');
    expect((await last(open[0]!.streamId))?.type).toBe('supplement.issued');
  });

  it('gives way to papers handed in on time at a station that was offline', async () => {
    const events = await asked('2025-02-12');
    clock.now = new Date('2025-02-14T02:00:00.000Z');
    await server.restart();
    const streamId = events[0]!.streamId;
    await expect.poll(async () => (await last(streamId))?.type).toBe('application.abandoned');
    const stored = (await clerk.pull()).events
      .map(({ event }) => event)
      .filter((e) => e.streamId === streamId);
    const { command } = newCase(clerk);
    const documents = command.type === 'submit' ? command.documents : [];
    const item = decideItem(
      clerk,
      { type: 'provideSupplement', documents },
      stored,
      '2025-02-12T08:00:00.000Z',
    );
    expect(only((await clerk.push([item])).answers).outcome).toBe('accepted');
    expect((await last(streamId))?.type).toBe('supplement.provided');
  });
});
