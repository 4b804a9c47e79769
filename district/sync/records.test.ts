import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PushItem } from '../../contract/sync/push.ts';
import { openDatabase } from '../db/database.ts';
import { AccessEntity, CommandEntity, EventEntity, QuarantineEntity } from '../db/entities.ts';
import { openMasterKey } from '../secrets/master-key.ts';
import { decideItem, linkItem, newCase } from '../testing/push-items.ts';
import { only, startTestServer, type SignedIn, type TestServer } from '../testing/test-server.ts';

const town = '500107001';
/** Noon in Shanghai. */
const now = new Date('2026-03-10T04:00:00.000Z');

/** What the server writes down beside the events, looked at in its own tables. */
describe('records of the district', () => {
  let server: TestServer;
  let clerk: SignedIn;
  const logged: string[] = [];
  beforeEach(async () => {
    const note = (code: string, data: object = {}): number => logged.push(JSON.stringify({ code, ...data }));
    server = await startTestServer({ now: () => now, log: { info: note, error: note } });
    clerk = await server.signIn('clerk', 'windowClerk', town);
  });
  afterEach(() => server.close());

  const open = async () => {
    const master = await openMasterKey(join(server.dataDir, 'district.key'));
    return openDatabase({
      kind: 'embedded',
      file: join(server.dataDir, 'district.db'),
      key: master.derive('database'),
    });
  };
  const tables = async () => {
    const database = await open();
    const all = await database.read(async (tx) => ({
      commands: await tx.find(CommandEntity),
      quarantine: await tx.find(QuarantineEntity),
      access: await tx.find(AccessEntity),
      events: await tx.find(EventEntity, { order: { sequence: 'ASC' } }),
    }));
    await database.close();
    return all;
  };
  const outcome = async (item: unknown) => only((await clerk.push([item])).answers);
  const counted = (item: PushItem) => item.events[0]?.counter ?? 0;

  it('flags clocks ahead, clocks set back and counters used twice, and takes the commands', async () => {
    const at = (ms: number) => new Date(now.getTime() + ms).toISOString();
    const fine = newCase(clerk, at(-60_000));
    const ahead = newCase(clerk, at(3_600_000));
    const back = newCase(clerk, at(-5 * 86_400_000));
    for (const item of [fine, ahead, back]) expect((await outcome(item)).outcome).toBe('accepted');
    const { commands } = await tables();
    const flags = new Map(commands.map((row) => [row.commandId, row.flags]));
    expect([fine, ahead, back].map((item) => flags.get(item.commandId))).toEqual([
      '',
      'clockAhead',
      'clockSetBack',
    ]);
    const shift = counted(fine) - 1;
    const reused = newCase(clerk, at(-50_000));
    const events = linkItem(reused.events.map((event, i) => ({ ...event, counter: shift + 1 + i })));
    expect((await outcome({ ...reused, events })).outcome).toBe('accepted');
    const again = (await tables()).commands.find((row) => row.commandId === reused.commandId);
    expect(again?.flags).toContain('counterReused');
    expect(logged.join()).toContain('sync.flagged');
  });

  it('keeps poison by its digest and a count, never its content', async () => {
    const poison = { ...newCase(clerk), actor: { name: '李虚构甲' } };
    for (let i = 0; i < 3; i += 1) expect((await outcome(poison)).outcome).toBe('rejected');
    const row = only((await tables()).quarantine);
    expect(row).toMatchObject({ code: 'call.malformed', times: 3, commandId: poison.commandId });
    expect(JSON.stringify(row) + logged.join()).not.toMatch(/虚构|示例/);
  });

  it('writes down who was given whose data', async () => {
    await outcome(newCase(clerk));
    const page = await clerk.pull();
    const row = only((await tables()).access);
    expect(row).toMatchObject({ accountId: clerk.actor.accountId, what: `pull:0-${page.cursor}` });
  });

  it('lets the rest flow when a stored event was changed on the disk', async () => {
    const [bent, whole] = [newCase(clerk), newCase(clerk)];
    await clerk.push([bent, whole]);
    const database = await open();
    const id = bent.events[1]?.id ?? '';
    const other = whole.events[1]?.id ?? '';
    // A body that is in order, but belongs to another event.
    const { body } = await database.read((tx) => tx.findOneByOrFail(EventEntity, { id: other }));
    await database.write((tx) => tx.update(EventEntity, { id }, { body }));
    await database.close();
    const { events, cursor } = await clerk.pull();
    expect(events.filter(({ event }) => event.streamId === whole.streamId)).toHaveLength(whole.events.length);
    expect(events.map(({ event }) => event.id)).not.toContain(id);
    expect(cursor).toBe(bent.events.length + whole.events.length);
    const reviewer = await server.signIn('reviewer', 'townReviewer', town, clerk.deviceId);
    const [onBent, onWhole] = [bent, whole].map((item) =>
      decideItem(reviewer, { type: 'accept' }, item.events),
    );
    const { answers } = await reviewer.push([onBent, onWhole]);
    expect(answers).toMatchObject([{ code: 'case.tampered', data: { version: 2 } }, { outcome: 'accepted' }]);
    expect(logged.join()).toContain('event.damaged');
  });
});
