import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { LoginReply } from '../../contract/sync/accounts.ts';
import { demoAmounts } from '../../domain/rules/shipped.ts';
import { decideItem, newCase } from '../testing/push-items.ts';
import { only, startTestServer, testPassword, type TestServer } from '../testing/test-server.ts';

const town = '500107001';
const now = demoAmounts;
const later = {
  ...demoAmounts,
  ...{ id: 'amounts-later', effectiveFrom: '2026-07-01', standardFen: 81_000, fictional: false },
};
let server: TestServer;
const start = async (amounts: (typeof now)[]) => {
  server = await startTestServer({ config: { amounts, verifiable: ['disabilityCard'] } });
  return server.signIn('clerk', 'windowClerk', town);
};
afterEach(() => server.close());

describe('the amounts of the district', () => {
  it('are told at login, every version, with what need not be brought', async () => {
    await start([later, now]);
    const body = {
      username: 'clerk',
      password: testPassword,
      deviceId: randomUUID(),
      deviceName: '测试设备',
    };
    const reply = LoginReply.parse((await server.post('/v1/accounts/login', body)).json);
    expect(reply).toMatchObject({ amounts: [later, now], verifiable: ['disabilityCard'] });
  });

  it('change at midnight in Shanghai: each application is judged by those of its own day', async () => {
    const clerk = await start([later, now]);
    const [before, after] = ['2026-06-30T15:59:59.999Z', '2026-06-30T16:00:00.000Z'];
    const { answers } = await clerk.push([
      newCase(clerk, before, now),
      newCase(clerk, after, { ...later, effectiveFrom: '2025-01-01' }),
      newCase(clerk, before, { ...later, effectiveFrom: '2025-01-01' }),
      newCase(clerk, after, now),
    ]);
    expect(answers).toMatchObject([
      { outcome: 'accepted' },
      { outcome: 'accepted' },
      { outcome: 'rejected', code: 'submit.arithmeticDiffers' },
      { outcome: 'rejected', code: 'submit.arithmeticDiffers' },
    ]);
  });

  it('that were not in force decide no application, and hold up no later step of one', async () => {
    const clerk = await start([later]);
    const [early, held] = [newCase(clerk), newCase(clerk, '2026-07-01T02:00:00.000Z', later)];
    const { answers } = await clerk.push([early, held]);
    expect(answers).toMatchObject([
      { outcome: 'rejected', code: 'amounts.noneInForce', data: { day: '2025-01-24' } },
      { outcome: 'accepted' },
    ]);
    const reviewer = await server.signIn('reviewer', 'townReviewer', town, clerk.deviceId);
    const accept = decideItem(reviewer, { type: 'accept' }, held.events, '2026-07-01T03:00:00.000Z');
    expect(only((await reviewer.push([accept])).answers).outcome).toBe('accepted');
  });
});
