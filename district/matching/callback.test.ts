import { afterEach, expect, it, vi } from 'vitest';
import { onEachDatabase } from '../testing/databases.ts';
import { matchingFixture, signedPerson, type MatchingFixture } from '../testing/matching-fixture.ts';
import { MatchingQueryEntity } from './entities.ts';
import { signatureOf, ticketSecret } from './tickets.ts';

onEachDatabase('answers that come later', (newDatabase) => {
  let fixture: MatchingFixture;
  const open = async (other: object = {}) =>
    (fixture = await matchingFixture(await newDatabase(), { finance: { mode: 'async', ...other } }));
  afterEach(() => fixture.close());
  const recorded = (count: number) =>
    vi.waitFor(() => expect(fixture.recorded).toHaveLength(count), { timeout: 20_000, interval: 5 });
  const onlyQuery = () => fixture.database.read((tx) => tx.findOneByOrFail(MatchingQueryEntity, {}));
  const waitingQuery = () =>
    vi.waitFor(
      async () => {
        const query = (await fixture.database.read((tx) => tx.find(MatchingQueryEntity)))[0];
        expect(query?.state).toBe('ticket');
        return query?.ticket ?? '';
      },
      { timeout: 20_000, interval: 5 },
    );
  const bring = async (ticket: string, body: string, secret = ticketSecret(fixture.parts.key, ticket)) => {
    const response = await fetch(`${fixture.url}/v1/matching/answers/${ticket}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-matching-signature': signatureOf(secret, ticket, Buffer.from(body)),
      },
      body,
    });
    return { status: response.status, json: (await response.json()) as unknown };
  };
  const answer = (idNumber = '500107197903129818') =>
    JSON.stringify({ answerId: 'finance-later', idNumber, facts: [] });

  it('are polled for with the ticket', async () => {
    const { request, start } = await open({ pollUrl: 'http://127.0.0.1' });
    await start();
    await request([signedPerson()], ['finance']);
    await recorded(1);
    expect(fixture.recorded[0]?.answer).toMatchObject({
      outcome: 'found',
      facts: [{ kind: 'deposit' }, { kind: 'insurance' }],
    });
  });

  it('are brought by a call back, twice at most for once', async () => {
    const { request, start, simulator } = await open();
    simulator.behave('finance', { kind: 'duplicateCallback' });
    await start();
    await request([signedPerson()], ['finance']);
    await recorded(1);
    await vi.waitFor(async () => expect((await onlyQuery()).state).toBe('recorded'));
    expect(await simulator.callbacks()).toEqual([200, 200]);
    expect(fixture.recorded).toHaveLength(1);
  });

  it('are taken from nobody who has not the secret of the ticket', async () => {
    const { request, start, simulator } = await open();
    simulator.behave('finance', { kind: 'never' });
    await start();
    await request([signedPerson()], ['finance']);
    const ticket = await waitingQuery();
    expect(await bring(ticket, answer(), 'another secret')).toMatchObject({
      status: 401,
      json: { code: 'check.signatureWrong' },
    });
    const other = 'x'.repeat(24);
    expect((await bring(other, answer(), 'guessed')).status).toBe(401);
    expect((await bring(other, answer())).status).toBe(404);
    expect((await bring('short', answer())).status).toBe(400);
    expect((await onlyQuery()).state).toBe('ticket');
    expect(await bring(ticket, answer())).toEqual({ status: 200, json: { taken: true } });
    await recorded(1);
    expect(await bring(ticket, answer())).toEqual({ status: 200, json: { taken: false } });
  });

  it('about somebody else or unreadable are refused and still waited for', async () => {
    const { request, start, simulator } = await open();
    simulator.behave('finance', { kind: 'never' });
    await start();
    await request([signedPerson()], ['finance']);
    const ticket = await waitingQuery();
    expect((await bring(ticket, answer('500107198207059822'))).json).toMatchObject({
      code: 'check.wrongPerson',
    });
    expect((await bring(ticket, '{"half":')).json).toMatchObject({ code: 'check.unreadable' });
    expect((await bring(ticket, answer())).status).toBe(200);
  });

  it('come too late after the deadline', async () => {
    const { request, start, simulator } = await open({ deadlineMs: 300 });
    simulator.behave('finance', { kind: 'never' });
    await start();
    await request([signedPerson()], ['finance']);
    await recorded(1);
    expect(fixture.recorded[0]?.answer).toMatchObject({ outcome: 'noAnswer', reason: 'timeout' });
    const { ticket } = await onlyQuery();
    expect((await bring(ticket, answer())).status).toBe(410);
    expect(fixture.recorded).toHaveLength(1);
  });

  it('are refused when the household withdrew meanwhile', async () => {
    const { request, start, simulator, cases } = await open();
    simulator.behave('finance', { kind: 'never' });
    await start();
    const { caseId } = await request([signedPerson()], ['finance']);
    const ticket = await waitingQuery();
    cases.set(caseId, { open: false, people: cases.get(caseId)?.people ?? [] });
    expect((await bring(ticket, answer())).json).toMatchObject({ code: 'check.notAuthorized' });
    await recorded(1);
    expect(fixture.recorded[0]?.answer).toMatchObject({ outcome: 'notAuthorized', reason: 'caseClosed' });
  });

  it('are waited for over a restart', async () => {
    const { request, start, stop, simulator } = await open();
    simulator.behave('finance', { kind: 'never' });
    await start();
    await request([signedPerson()], ['finance']);
    const ticket = await waitingQuery();
    await stop();
    await start();
    expect((await bring(ticket, answer())).status).toBe(200);
    await recorded(1);
    expect(simulator.asked).toHaveLength(1);
  });
});
