import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { shippedCalendar } from './shipped-calendar.ts';
import { acceptCalendar, calendarText, SignedCalendar } from './signed-calendar.ts';
import { WorkCalendar } from './work-calendar.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
/** Stands for a key: signs by writing the digest down. */
const holds = (digest: string, signature: string): boolean => signature === `signed ${digest}`;
const paper = ['https://www.gov.cn/example'];
const next = WorkCalendar.parse({ 2027: { paper, off: ['2027-01-01'], work: ['2027-01-03'] } });
const signed = (calendar: WorkCalendar, serial: number): SignedCalendar => {
  const body = { calendar, issuedAt: '2026-11-20T01:00:00.000Z', serial };
  return SignedCalendar.parse({ ...body, signature: `signed ${sha256(calendarText(body))}` });
};
const current = { calendar: shippedCalendar, serial: 4 };
const accept = (incoming: SignedCalendar) => acceptCalendar(current, incoming, sha256, holds);

describe('acceptCalendar', () => {
  it('adds a year and keeps those that are not named', () => {
    const accepted = accept(signed(next, 5));
    if (!accepted.ok) throw new Error(accepted.failure.code);
    expect(accepted.value).toMatchObject({ serial: 5, added: ['2027'], changed: [] });
    expect(accepted.value.calendar).toEqual({ ...shippedCalendar, ...next });
  });

  it('changes a published year with a higher serial, and lists every day of it', () => {
    const year = shippedCalendar['2026']!;
    const bent = { 2026: { ...year, off: [...year.off.slice(1), '2026-11-02'], work: year.work.slice(1) } };
    const accepted = accept(signed(WorkCalendar.parse(bent), 5));
    expect(accepted).toMatchObject({
      value: {
        added: [],
        changed: [
          {
            year: '2026',
            off: { added: ['2026-11-02'], removed: [year.off[0]] },
            work: { added: [], removed: [year.work[0]] },
          },
        ],
      },
    });
  });

  it.each([3, 4])('takes no change with serial %i when 4 is known', (serial) => {
    const data = { serial, current: 4 };
    expect(accept(signed(next, serial))).toEqual({
      ok: false,
      failure: { code: 'calendar.notNewer', data },
    });
  });

  it('takes the same one again as no change, and an older same one not', () => {
    expect(accept(signed(shippedCalendar, 4))).toMatchObject({ value: { added: [], changed: [] } });
    expect(accept(signed(shippedCalendar, 3))).toMatchObject({ failure: { code: 'calendar.notNewer' } });
  });

  it.each([
    ['days', { calendar: { ...next, ...shippedCalendar } }],
    ['serial', { serial: 6 }],
    ['date of issue', { issuedAt: '2026-11-21T01:00:00.000Z' }],
    ['signature', { signature: 'signed by nobody' }],
  ])('takes nothing whose %s was changed after signing', (_, change) => {
    const forged = { ...signed(next, 5), ...change };
    expect(accept(forged)).toMatchObject({ failure: { code: 'calendar.badSignature' } });
  });
});
