import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../../domain/log/event-envelope.ts';
import { onEachDatabase } from '../testing/databases.ts';
import { decideItem, newCase } from '../testing/push-items.ts';
import { only, startTestServer, type SignedIn, type TestServer } from '../testing/test-server.ts';

const town = '500107001';

onEachDatabase('who acts', (newDatabase) => {
  let server: TestServer;
  let clerk: SignedIn;
  beforeAll(async () => {
    server = await startTestServer({ databaseUrl: await newDatabase() });
    clerk = await server.signIn('clerk', 'windowClerk', town);
  });
  afterAll(() => server.close());

  const outcome = async (item: unknown) => {
    const answer = only((await clerk.push([item])).answers);
    return answer.outcome === 'rejected' ? answer.code : answer.outcome;
  };

  it('is what the district has of the account, never what the station says', async () => {
    const item = newCase(clerk);
    expect(await outcome(item)).toBe('accepted');
    const colleague = await server.signIn('colleague', 'windowClerk', town, clerk.deviceId);
    // Another clerk of the same town and device says to be the reviewer, or of the whole district.
    const claims: Partial<Actor>[] = [
      { role: 'townReviewer' },
      { role: 'townHead' },
      { role: 'townReviewer', areaCode: '500107' },
    ];
    for (const claim of claims) {
      const { deviceId, actor } = colleague;
      const forged = decideItem({ deviceId, actor: { ...actor, ...claim } }, { type: 'accept' }, item.events);
      expect(await outcome(forged), JSON.stringify(claim)).toBe('sync.actorUnknown');
    }
    const reviewer = await server.signIn('reviewer', 'townReviewer', town, clerk.deviceId);
    expect(await outcome(decideItem(reviewer, { type: 'accept' }, item.events))).toBe('accepted');
  });
});
