import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CoreFixture } from '../testing/core-fixture.ts';
import { password, town } from '../testing/district-double.ts';

let fixture: CoreFixture;
beforeEach(async () => void (fixture = await CoreFixture.open()));
afterEach(() => fixture.close());

const unreachable = { code: 'district.unreachable' };
const login = (username: string, given = password, client = username) =>
  fixture.call(client, 'session.login', { username, password: given });
const later = (minutes: number) => {
  fixture.clock.now = new Date(fixture.clock.now.getTime() + minutes * 60_000);
};

describe('session.login', () => {
  it('asks the district first, then works without it', async () => {
    expect(await login('clerk')).toMatchObject({
      ok: true,
      output: { offline: false, account: { username: 'clerk' } },
    });
    await fixture.must('clerk', 'session.logout', {});
    fixture.district.broken = unreachable;
    expect(await login('clerk')).toMatchObject({ ok: true, output: { offline: true } });
  });

  it('needs the network the first time', async () => {
    fixture.district.broken = unreachable;
    expect(await login('clerk')).toMatchObject({ failure: { code: 'session.firstLoginNeedsNetwork' } });
  });

  it.each([
    [{ code: 'district.answeredBadly', data: { status: 500 } }],
    [{ code: 'district.certificate', data: {} }],
  ])('names %o to a stranger, and lets in whom the station knows', async (broken) => {
    fixture.district.broken = broken;
    expect(await login('clerk')).toEqual({ ok: false, failure: broken });
    fixture.district.broken = null;
    await login('clerk');
    fixture.district.broken = broken;
    expect(await login('clerk')).toMatchObject({ ok: true, output: { offline: true } });
  });

  it('does not wait for a network that swallows everything: a known clerk gets in, the page opens', async () => {
    await login('clerk');
    fixture.district.login = () => new Promise(() => undefined);
    expect(await login('clerk')).toMatchObject({ ok: true, output: { offline: true } });
    fixture.district.status = () => new Promise(() => undefined);
    expect(await fixture.must('someone', 'system.status', {})).toMatchObject({ setupNeeded: false });
  });

  it('locks after five wrong tries for 15 minutes, also without network and after a restart', async () => {
    await login('clerk');
    fixture.district.broken = unreachable;
    for (const attemptsLeft of [4, 3, 2, 1]) {
      expect(await login('clerk', 'wrong')).toEqual({
        ok: false,
        failure: { code: 'session.wrongPassword', data: { attemptsLeft } },
      });
    }
    const until = '2026-03-10T02:15:00.000Z';
    const locked = { ok: false, failure: { code: 'session.lockedOut', data: { until } } };
    expect(await login('clerk', 'wrong')).toEqual(locked);
    expect(await login('clerk')).toEqual(locked);
    fixture.district.broken = null;
    expect(await login('clerk')).toEqual(locked);
    const row = (await fixture.store.read.account('clerk'))!;
    expect(row.lockedUntil).toBe(until);
    later(15);
    fixture.district.broken = unreachable;
    expect(await login('clerk')).toMatchObject({ ok: true });
    expect(await login('clerk', 'wrong')).toMatchObject({ failure: { data: { attemptsLeft: 4 } } });
  });

  it('does not give more tries to those sent at once', async () => {
    await login('clerk');
    fixture.district.broken = unreachable;
    const answers = await Promise.all(Array.from({ length: 20 }, () => login('clerk', 'wrong')));
    const tried = answers.filter((a) => !a.ok && a.failure.code === 'session.wrongPassword');
    expect(tried.length).toBeLessThanOrEqual(4);
    expect(await login('clerk')).toMatchObject({ failure: { code: 'session.lockedOut' } });
  });

  it('ends logins without network after the days the district allows, and when the clock was set back', async () => {
    await login('clerk');
    fixture.district.broken = unreachable;
    later(45 * 1440);
    expect(await login('clerk')).toMatchObject({ ok: true });
    later(1);
    expect(await login('clerk')).toEqual({
      ok: false,
      failure: { code: 'session.offlineExpired', data: { days: 45 } },
    });
    later(-47 * 1440);
    expect(await login('clerk')).toMatchObject({ failure: { code: 'session.offlineExpired' } });
  });

  it('belongs to the town of its first login; the district may use it, another town not', async () => {
    await login('clerk');
    expect(await login('far')).toEqual({
      ok: false,
      failure: { code: 'session.wrongArea', data: { areaCode: town } },
    });
    expect(await fixture.store.read.account('far')).toBeNull();
    expect(await login('head')).toMatchObject({ ok: true });
    expect(await login('reviewer')).toMatchObject({ ok: true });
  });

  it('binds the login to one client', async () => {
    await login('clerk');
    expect(await fixture.call('another', 'draft.list', {})).toMatchObject({
      failure: { code: 'session.none' },
    });
    expect((await fixture.must('clerk', 'system.status', {})).account?.username).toBe('clerk');
    expect((await fixture.must('another', 'system.status', {})).account).toBeNull();
    await fixture.must('clerk', 'session.logout', {});
    expect(await fixture.call('clerk', 'draft.list', {})).toMatchObject({
      failure: { code: 'session.none' },
    });
  });
});
