import { afterAll, beforeAll, expect, it } from 'vitest';
import { onEachDatabase } from '../testing/databases.ts';
import { portalApplication } from '../testing/portal-applications.ts';
import { decideItem } from '../testing/push-items.ts';
import { startTestServer, type SignedIn, type TestServer } from '../testing/test-server.ts';
import { PickUpReply, PickUpReportReply } from '../../contract/sync/pick-ups.ts';
import { PortalReceipt } from './portal-schema.ts';

const portalKey = 'fictional-portal-key-of-32-characters';
const town = '500107001';
const report = '/v1/pick-ups/report?from=2026-03-09&to=2026-03-12';

onEachDatabase('pick-ups', (newDatabase) => {
  let clock = '2026-03-09T01:00:00.000Z';
  let server: TestServer;
  let clerk: SignedIn;
  beforeAll(async () => {
    const databaseUrl = await newDatabase();
    server = await startTestServer({ databaseUrl, config: { portalKey }, now: () => new Date(clock) });
    clerk = await server.signIn('clerk', 'windowClerk', town);
  });
  afterAll(() => server.close());

  const apply = async (code = town, name = '杨家坪街道') => {
    const body = portalApplication({ town: { code, name }, submittedAt: clock });
    const headers = { 'x-portal-key': portalKey };
    const { json } = await server.post('/v1/portal/applications', body, undefined, headers);
    return PortalReceipt.parse(json);
  };
  const pickUp = async (who: SignedIn) =>
    PickUpReply.parse((await server.post('/v1/pick-ups', {}, who.token)).json);
  const reportFor = async (who: SignedIn) =>
    PickUpReportReply.parse((await server.get(report, who.token)).json);

  it('tells the town what waits for it, oldest first, and counts each look, also at nothing', async () => {
    expect(await pickUp(clerk)).toEqual({ at: clock, waiting: [] });
    const first = await apply();
    clock = '2026-03-09T02:00:00.000Z';
    const second = await apply();
    await apply('500107002', '黄桷坪街道');
    const { waiting } = await pickUp(clerk);
    expect(waiting).toEqual([
      { ...first, receivedAt: '2026-03-09T01:00:00.000Z' },
      { ...second, receivedAt: clock },
    ]);
    clock = '2026-03-10T15:59:59.000Z';
    await pickUp(clerk);
    clock = '2026-03-11T01:00:00.000Z';
    const head = await server.signIn('head', 'districtHead', '500107');
    const { towns, pickUpsPerDay, unpublished } = await reportFor(head);
    expect(pickUpsPerDay).toBe(2);
    expect(unpublished).toEqual([]);
    expect(towns).toHaveLength(13);
    const days = ['2026-03-09', '2026-03-10', '2026-03-11'];
    const counted = (counts: number[]) => days.map((day, i) => ({ day, count: counts[i] }));
    expect(towns.find(({ townCode }) => townCode === town)).toEqual({
      townCode: town,
      townName: '杨家坪街道',
      days: counted([2, 1, 0]),
      missing: ['2026-03-10'],
      onDaysOff: 0,
    });
    expect(towns.find(({ townCode }) => townCode === '500107002')).toMatchObject({
      days: counted([0, 0, 0]),
      missing: ['2026-03-09', '2026-03-10'],
    });
  });

  it('lets nobody decide about what was not picked up, and no longer waits once it is', async () => {
    const { caseId } = await apply();
    const reviewer = await server.signIn('reviewer', 'townReviewer', town);
    const stream = async () =>
      (await reviewer.pull()).events.flatMap(({ event }) => (event.streamId === caseId ? [event] : []));
    const before = await stream();
    expect(() => decideItem(reviewer, { type: 'accept' }, before, clock)).toThrow('case.notPickedUp');
    const taken = decideItem(clerk, { type: 'pickUp' }, before, clock);
    expect((await clerk.push([taken])).answers).toMatchObject([{ outcome: 'accepted' }]);
    expect((await pickUp(clerk)).waiting.map((one) => one.caseId)).not.toContain(caseId);
    const accepted = decideItem(reviewer, { type: 'accept' }, await stream(), clock);
    expect((await reviewer.push([accepted])).answers).toMatchObject([{ outcome: 'accepted' }]);
  });

  it('leaves out what is no longer at its first step', async () => {
    const { caseId } = await apply();
    const waits = async () => (await pickUp(clerk)).waiting.some((one) => one.caseId === caseId);
    expect(await waits()).toBe(true);
    const stream = (await clerk.pull()).events.flatMap(({ event }) =>
      event.streamId === caseId ? [event] : [],
    );
    const withdraw = decideItem(clerk, { type: 'withdraw', reason: '本人要求' }, stream, clock);
    expect((await clerk.push([withdraw])).answers).toMatchObject([{ outcome: 'accepted' }]);
    expect(await waits()).toBe(false);
  });

  it('shows a town its own days only, and lets nobody pick up for others', async () => {
    const { towns } = await reportFor(clerk);
    expect(towns.map(({ townCode }) => townCode)).toEqual([town]);
    const district = await server.signIn('district', 'districtReviewer', '500107');
    const village = await server.signIn('village', 'village', `${town}001`);
    const high = await server.signIn('high', 'windowClerk', '500107104');
    const status = async (who: SignedIn) => (await server.post('/v1/pick-ups', {}, who.token)).status;
    expect([await status(district), await status(village), await status(high)]).toEqual([403, 403, 403]);
    expect((await server.get(report, village.token)).status).toBe(403);
    expect((await server.get(report)).status).toBe(401);
    expect((await server.post('/v1/pick-ups', {})).status).toBe(401);
  });

  it.each(['', '?from=2026-03-09', '?from=2026-03-12&to=2026-03-09', '?from=2020-01-01&to=2026-01-01'])(
    'asks for a span of days it can answer for: %j',
    async (query) => {
      const answer = await server.get(`/v1/pick-ups/report${query}`, clerk.token);
      expect(answer).toMatchObject({ status: 400, json: { code: 'call.malformed' } });
    },
  );
});
