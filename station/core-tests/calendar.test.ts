import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { calendarText, type SignedCalendar } from '../../domain/calendar/signed-calendar.ts';
import { shippedCalendar } from '../../domain/calendar/shipped-calendar.ts';
import { CoreFixture } from '../testing/core-fixture.ts';

const pair = generateKeyPairSync('ed25519');
const publicKey = pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
const year2027 = { paper: ['https://www.gov.cn/example'], off: ['2027-01-01'], work: [] };

function signed(serial: number, key = pair.privateKey): SignedCalendar {
  const what = { calendar: { 2027: year2027 }, issuedAt: '2026-11-20T02:00:00.000Z', serial };
  const digest = createHash('sha256').update(calendarText(what), 'utf8').digest('hex');
  return { ...what, signature: sign(null, Buffer.from(digest), key).toString('base64') };
}
const file = (calendar: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(calendar));

describe('a calendar from a stick', () => {
  let fixture: CoreFixture;
  beforeEach(async () => {
    fixture = await CoreFixture.open(undefined, '2026-12-15T02:00:00.000Z');
    await fixture.login('clerk');
  });
  afterEach(() => fixture.close());
  const knowDistrict = () => fixture.store.write((tx) => tx.setSetting('district.publicKey', publicKey));
  const put = (bytes: Uint8Array) => fixture.must('clerk', 'calendar.import', {}, bytes);
  const refused = async (bytes: Uint8Array) =>
    (await fixture.refused('clerk', 'calendar.import', {}, bytes)).code;

  it('is taken by the district’s signature, and still there after a restart', async () => {
    await knowDistrict();
    expect(await put(file(signed(3)))).toEqual({ serial: 3, added: [2027], changed: [] });
    const again = await fixture.restart();
    await again.login('clerk');
    expect(await again.must('clerk', 'calendar.status', {})).toEqual({
      years: [2025, 2026, 2027],
      serial: 3,
    });
    await again.close();
    fixture = await CoreFixture.open();
  });

  it('is refused without the district’s key, by another key, when older, and when it is something else', async () => {
    expect(await refused(file(signed(3)))).toBe('calendar.noKey');
    await knowDistrict();
    expect(await refused(file(signed(3, generateKeyPairSync('ed25519').privateKey)))).toBe(
      'calendar.badSignature',
    );
    expect(await refused(file({ ...signed(3), serial: 4 }))).toBe('calendar.badSignature');
    expect(await refused(file(shippedCalendar))).toBe('calendar.unreadable');
    expect(await refused(new Uint8Array([1, 2, 3]))).toBe('calendar.unreadable');
    await put(file(signed(3)));
    expect(await refused(file(signed(2)))).toBe('calendar.notNewer');
    expect(Object.keys(fixture.ports.calendar)).toContain('2027');
  });
});
