import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AlertCommand } from '../../domain/alert/alert-commands.ts';
import type { EventEnvelope } from '../../domain/log/event-envelope.ts';
import type { TicketCommand } from '../../domain/ticket/ticket-commands.ts';
import { NamedOwner } from '../../domain/ticket/ticket-values.ts';
import { StreamEntity } from '../db/entities.ts';
import { onEachDatabase } from '../testing/databases.ts';
import { streamItem } from '../testing/push-items.ts';
import { openTestContext } from '../testing/test-context.ts';
import { only, startTestServer, type SignedIn, type TestServer } from '../testing/test-server.ts';
import { escalateOverdue } from './escalate-overdue.ts';

const village = '500107001001';
const raise: AlertCommand = {
  ...{ type: 'raise', source: 'hotline', seen: '示例：独居老人几天没有出门', placeCode: village },
  ...{ person: { name: null, phone: null, address: '虚构路3号' }, seenOn: '2025-01-23' },
};
const open = (owner: SignedIn, confidential = false): TicketCommand => ({
  ...{ type: 'open', kind: 'hotline', channel: 'phone', receivedOn: '2025-01-23', about: null },
  ...{ person: { name: null, phone: null, address: null }, what: '示例：低保什么时候发', confidential },
  ...{ placeCode: village, limit: { workingDays: 2, source: '示例规定' } },
  owner: NamedOwner.parse(owner.actor),
});
const assign: AlertCommand = {
  ...{ type: 'assign', to: { level: 'village', areaCode: village, accountId: null } },
  ...{ note: '示例：请上门看看', reportBy: null },
};
const answer: TicketCommand = {
  ...{ type: 'answer', way: 'phone', toldOn: '2025-01-24', text: '示例：每月十日以前' },
};

onEachDatabase('超期上报', (newDatabase) => {
  let server: TestServer;
  let clerk: SignedIn;
  let head: SignedIn;
  let district: SignedIn;
  const clock = { now: new Date('2025-01-24T03:00:00.000Z') };
  const logged: string[] = [];
  beforeAll(async () => {
    const note = (code: string, data: object = {}) => void logged.push(JSON.stringify({ code, ...data }));
    const log = { info: note, error: note };
    server = await startTestServer({ databaseUrl: await newDatabase(), now: () => clock.now, log });
    clerk = await server.signIn('clerk', 'windowClerk', '500107001');
    head = await server.signIn('head', 'townHead', '500107001');
    district = await server.signIn('district', 'districtReviewer', '500107');
  });
  afterAll(() => server.close());

  const push = async (
    who: SignedIn,
    type: 'alert' | 'ticket',
    command: unknown,
    before?: EventEnvelope[],
    time?: string,
  ) => {
    const item = streamItem(who, type, command, before, time);
    expect(only((await who.push([item])).answers).outcome).toBe('accepted');
    return item;
  };
  const stream = async (id: string, confidential = false): Promise<EventEnvelope[]> =>
    (await district.pull(0, confidential)).events.flatMap(({ event }) =>
      event.streamId === id ? [event] : [],
    );
  /** A start of the server on that day, until its round is over: so many went up. */
  const sweptOn = async (day: string, streams: number): Promise<void> => {
    clock.now = new Date(`${day}T02:00:00.000Z`);
    logged.length = 0;
    await server.restart();
    await expect.poll(() => logged).toContain(JSON.stringify({ code: 'escalate.recorded', streams }));
  };

  it('sends what is overdue one level up each time, as the server, and closes nothing', async () => {
    const alert = await push(clerk, 'alert', raise);
    await push(head, 'alert', assign, alert.events);
    const ticket = await push(clerk, 'ticket', open(head));
    const secret = await push(clerk, 'ticket', open(head, true));
    const answered = await push(clerk, 'ticket', open(head));
    await push(head, 'ticket', answer, answered.events);
    const types = async () => ({
      alert: (await stream(alert.streamId)).map(({ type }) => type),
      ticket: (await stream(ticket.streamId)).map(({ type }) => type),
      secret: (await stream(secret.streamId, true)).map(({ type }) => type),
      answered: (await stream(answered.streamId)).map(({ type }) => type),
    });
    const told = { answered: ['ticket.opened', 'ticket.answered'] };
    const toDistrict = ['ticket.opened', 'ticket.escalated'];
    const twoUp = { ticket: toDistrict, secret: toDistrict, ...told };
    const given = ['alert.raised', 'alert.assigned'];

    // The tickets were due on 01-26, a working Sunday; the alert is due on this day.
    await sweptOn('2025-01-27', 2);
    expect(await types()).toEqual({ alert: given, ...twoUp });
    const up = (await stream(secret.streamId, true)).at(-1);
    expect(up?.actor).toMatchObject({ role: 'system', areaCode: '500107' });
    expect(up?.data).toMatchObject({ requested: false, to: { level: 'district', accountId: null } });

    // From the village to the town; the tickets are at the top already.
    await sweptOn('2025-01-28', 1);
    expect(await types()).toEqual({ alert: [...given, 'alert.escalated'], ...twoUp });
    expect((await stream(alert.streamId)).at(-1)?.data).toMatchObject({
      ...{ from: { level: 'village' }, to: { level: 'town', areaCode: '500107001' } },
    });

    // The town had two working days of its own, 02-05 and 02-06.
    await sweptOn('2025-02-07', 1);
    const alertUp = [...given, 'alert.escalated', 'alert.escalated'];
    expect(await types()).toEqual({ alert: alertUp, ...twoUp });
    const late = { ...open(head), receivedOn: '2025-02-07' };
    await push(clerk, 'ticket', late, undefined, clock.now.toISOString());

    // Only the new one: nothing goes above the district, and nothing there is closed.
    await sweptOn('2025-02-12', 1);
    expect(await types()).toEqual({ alert: alertUp, ...twoUp });
    expect(logged.join()).not.toMatch(/escalate\.(refused|failed)|示例|虚构/);
  });
});

it('a stream that cannot be decided on is told by its code', async () => {
  const logged: unknown[] = [];
  const log = {
    info: () => undefined,
    error: (code: string, data?: object) => void logged.push({ code, ...data }),
  };
  const { context, close } = await openTestContext({}, { log });
  const row = { id: randomUUID(), streamType: 'alert', areaCode: village, step: 'OPEN', confidential: 0 };
  await context.database.write(async (tx) => {
    await tx.insert(StreamEntity, { ...row, version: 1, tailDigest: '', updatedAt: '' });
  });
  expect(await escalateOverdue(context)).toBe(0);
  expect(logged).toEqual([{ code: 'escalate.refused', streamId: row.id, refusal: 'alert.notFound' }]);
  await close();
});
