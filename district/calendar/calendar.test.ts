import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ServerStatus } from '../../contract/sync/accounts.ts';
import { shippedCalendar } from '../../domain/calendar/shipped-calendar.ts';
import { acceptCalendar, SignedCalendar } from '../../domain/calendar/signed-calendar.ts';
import { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import { configFromEnvironment } from '../config.ts';
import { createDistrictServer } from '../create-server.ts';
import { countersignatureHolds } from '../secrets/signing-key.ts';
import { sha256Text } from '../sync/sha256.ts';
import { onEachDatabase } from '../testing/databases.ts';

const paper = ['https://www.gov.cn/example'];
const more = WorkCalendar.parse({
  ...shippedCalendar,
  2027: { paper, off: ['2027-01-01'], work: ['2027-01-03'] },
});

onEachDatabase('calendar', (newDatabase) => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'nuanchuang-calendar-'));
  });
  afterEach(() => rm(dataDir, { recursive: true, force: true }));

  /** What a district started with this calendar gives out, and its key. */
  const givenOut = async (databaseUrl: string | null, calendar: WorkCalendar) => {
    const server = await createDistrictServer({ dataDir, databaseUrl, calendar });
    const json = async (path: string) => (await fetch(server.url + path)).json();
    const signed = SignedCalendar.parse(await json('/v1/calendar'));
    const again = SignedCalendar.parse(await json('/v1/calendar'));
    expect(again).toEqual(signed);
    const { publicKey } = ServerStatus.parse(await json('/v1/status'));
    await server.close();
    return { signed, publicKey };
  };

  it('is signed by the district, and its serial rises with its days only', async () => {
    const url = await newDatabase();
    const first = await givenOut(url, shippedCalendar);
    expect(first.signed).toMatchObject({ serial: 1, calendar: shippedCalendar });
    expect(await givenOut(url, shippedCalendar)).toEqual(first);
    const second = await givenOut(url, more);
    expect(second.signed.serial).toBe(2);
    const holds = (digest: string, signature: string) =>
      countersignatureHolds(first.publicKey, digest, signature);
    const current = { calendar: shippedCalendar, serial: 1 };
    const accepted = acceptCalendar(current, second.signed, sha256Text, holds);
    expect(accepted).toMatchObject({ ok: true, value: { serial: 2, added: ['2027'], changed: [] } });
    const forged = { ...second.signed, serial: 3 };
    expect(acceptCalendar(current, forged, sha256Text, holds)).toMatchObject({
      failure: { code: 'calendar.badSignature' },
    });
  });

  it('comes from the file the configuration names, and a bad one is told by that name', async () => {
    const file = join(dataDir, 'calendar.json');
    const env = { DISTRICT_DATA: dataDir, DISTRICT_CALENDAR: file };
    await writeFile(file, JSON.stringify(more));
    expect((await configFromEnvironment(env)).calendar).toEqual(more);
    await writeFile(file, JSON.stringify({ 2027: { paper, off: ['2026-01-01'], work: [] } }));
    await expect(configFromEnvironment(env)).rejects.toThrow('config.invalid: DISTRICT_CALENDAR 2027');
    await writeFile(file, '{');
    await expect(configFromEnvironment(env)).rejects.toThrow('DISTRICT_CALENDAR is not JSON');
  });
});
