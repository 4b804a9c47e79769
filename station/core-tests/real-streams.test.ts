import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { AlertCommand } from '../../domain/alert/alert-commands.ts';
import type { TicketCommand } from '../../domain/ticket/ticket-commands.ts';
import { fillDraft } from '../testing/demo-household.ts';
import { startRealDistrict } from '../testing/real-district.ts';
import { makeAccounts, openRealStation, type RealStation } from '../testing/real-stations.ts';

const town = '500107001';
const village = `${town}001`;
const until = (check: () => Promise<unknown>) => vi.waitFor(check, { timeout: 20_000, interval: 20 });

const raise: AlertCommand = {
  ...{ type: 'raise', source: 'village', seen: '示例：独居老人几天没有出门', placeCode: village },
  ...{ person: { name: null, phone: null, address: '虚构路3号' }, seenOn: '2026-03-10' },
};
const give = (level: 'village' | 'grid', note: string): AlertCommand => ({
  ...{ type: 'assign', to: { level, areaCode: village, accountId: null }, note, reportBy: null },
});

/** Stations of a town and a village against the server as its own process. */
describe('streams between stations', () => {
  let district: Awaited<ReturnType<typeof startRealDistrict>>;
  let villageStation: RealStation;
  let window: RealStation;
  let office: RealStation;
  const stations = () => [villageStation, window, office];
  beforeAll(async () => {
    district = await startRealDistrict();
    await makeAccounts(district.url, {
      village: { role: 'village', areaCode: village },
      other: { role: 'village', areaCode: `${town}002` },
      clerk: { role: 'windowClerk', areaCode: town },
      reviewer: { role: 'townReviewer', areaCode: town },
      head: { role: 'townHead', areaCode: town },
    });
    villageStation = await openRealStation(district.url);
    window = await openRealStation(district.url);
    office = await openRealStation(district.url);
    await villageStation.login('village');
    await window.login('clerk');
    await window.login('reviewer');
    await office.login('head');
  });
  afterAll(async () => {
    for (const { fixture } of stations()) await fixture.close();
    await district.close();
  });

  const act = async ({ fixture }: RealStation, who: string, alertId: string | null, command: AlertCommand) =>
    (await fixture.must(who, 'alert.act', { alertId, command })).alertId;
  const stream = ({ fixture }: RealStation, id: string) => fixture.store.read.stream(id);
  const sent = ({ fixture }: RealStation, id: string) =>
    until(async () => {
      const rows = await fixture.store.read.outboxOfCase(id);
      expect(rows.map((row) => row.state)).toEqual(rows.map(() => 'acknowledged'));
    });
  const everywhere = (id: string, version: number) =>
    until(async () => {
      const [first, ...others] = await Promise.all(stations().map((station) => stream(station, id)));
      expect(first).toHaveLength(version);
      for (const other of others) expect(other).toEqual(first);
    });

  it('carry an alert from the village to the town and its answer back, event by event the same', async () => {
    const id = await act(villageStation, 'village', null, raise);
    await everywhere(id, 1);
    await act(window, 'reviewer', id, give('village', '示例：请上门看看'));
    await everywhere(id, 2);
    await act(villageStation, 'village', id, { type: 'accept' });
    await everywhere(id, 3);
    const records = await Promise.all(stations().map(({ fixture }) => fixture.store.read.record(id)));
    expect(records[0]).toMatchObject({ streamType: 'alert', step: 'ACCEPTED', areaCode: village });
    for (const record of records) expect(record).toEqual(records[0]);
  });

  it('decide a command again when another station was faster, and leave to a person what no longer holds', async () => {
    const id = await act(villageStation, 'village', null, raise);
    await everywhere(id, 1);
    office.cut();
    await act(office, 'head', id, give('grid', '示例：网格先看'));
    await act(window, 'reviewer', id, give('village', '示例：村里先看'));
    await sent(window, id);
    office.join();
    await sent(office, id);
    await everywhere(id, 3);
    const notes = (await stream(window, id)).map(({ data }) => (data as { note?: string }).note);
    expect(notes).toEqual([undefined, '示例：村里先看', '示例：网格先看']);

    const second = await act(villageStation, 'village', null, raise);
    await everywhere(second, 1);
    office.cut();
    await act(office, 'head', second, { type: 'accept' });
    await act(window, 'reviewer', second, { type: 'accept' });
    await sent(window, second);
    office.join();
    await until(async () =>
      expect(await office.fixture.store.read.outboxOfCase(second)).toMatchObject([
        { state: 'attention', failure: 'case.notYourRole' },
      ]),
    );
    await everywhere(second, 2);
  });

  it('bring a confidential ticket to the head’s station and to nobody else’s', async () => {
    const open: TicketCommand = {
      ...{ type: 'open', kind: 'complaint', channel: 'visit', receivedOn: '2026-03-10' },
      ...{ person: { name: null, phone: null, address: null }, what: '示例投诉内容', placeCode: village },
      ...{ about: null, confidential: true, limit: null },
      owner: { accountId: await accountId('head'), role: 'townHead', areaCode: town },
    };
    const { ticketId } = await window.fixture.must('clerk', 'ticket.act', { ticketId: null, command: open });
    await sent(window, ticketId);
    await until(async () => expect(await stream(office, ticketId)).toHaveLength(1));
    expect(await office.fixture.store.read.record(ticketId)).toMatchObject({ confidential: true });
    // What the village is given after it shows that it was not given before.
    await everywhere(await act(window, 'clerk', null, { ...raise, source: 'hotline' }), 1);
    expect(await stream(villageStation, ticketId)).toEqual([]);
    const asked = { ticketId };
    const refused = await window.fixture.refused('clerk', 'ticket.read', asked);
    expect(['ticket.notFound', 'case.notYourRole']).toContain(refused.code);
  });

  it('give a village the applications of its own people only', async () => {
    const submit = async (order: number, villageCode: string) => {
      const must: Parameters<typeof fillDraft>[0] = (name, input, binary) =>
        window.fixture.must('clerk', name, input, binary);
      const draftId = await fillDraft(must, '2026-03-10', order);
      const { draft } = await must('draft.open', { draftId });
      const change = { section: 'villageCode' as const, value: villageCode };
      await must('draft.save', { draftId, revision: draft.revision, change });
      return (await must('application.submit', { draftId })).caseId;
    };
    const theirs = await submit(2, `${town}002`);
    const own = await submit(1, village);
    await until(async () => expect(await stream(villageStation, own)).not.toEqual([]));
    expect(await stream(villageStation, theirs)).toEqual([]);
    await until(async () => expect(await stream(office, theirs)).not.toEqual([]));
  });

  const accountId = async (username: string): Promise<string> =>
    (await office.fixture.store.read.account(username))?.account.id ?? '';
});
