import { randomBytes, randomUUID } from 'node:crypto';
import { argon2id } from 'hash-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PushItem } from '../../contract/sync/push.ts';
import type { DistrictLink } from '../../core/ports/district.ts';
import { createDistrictLink } from './create-district-link.ts';
import { startDistrictProcess, type DistrictProcess } from './testing/district-process.ts';
import { decideItem, demoPeople, newCase, sha256, valueOf, type Who } from './testing/station-items.ts';

describe('the link and the real district server', () => {
  let district: DistrictProcess;
  let link: DistrictLink;
  let people: Record<'clerk' | 'reviewer' | 'district', Who>;
  beforeAll(async () => {
    district = await startDistrictProcess();
    link = createDistrictLink({ baseUrl: district.url });
    expect(valueOf(await link.status()).accounts).toBe(0);
    people = await demoPeople(link);
  });
  afterAll(() => district.remove());

  const pushOne = async (who: Who, item: PushItem) =>
    valueOf(await link.push(who.token, who.deviceId, [item])).answers[0];

  it('loads the demo once, with accounts that look fictional', async () => {
    expect(await link.loadDemo()).toEqual({ ok: false, failure: { code: 'setup.done', data: {} } });
    expect(valueOf(await link.status()).accounts).toBe(8);
  });

  it('logs in with a verifier that the station can check by itself', async () => {
    const name = 'demo.clerk2';
    const wrong = await link.login(name, 'not the password', randomUUID(), '测试设备');
    expect(wrong).toEqual({
      ok: false,
      failure: { code: 'session.wrongPassword', data: { attemptsLeft: 4 } },
    });
    const fresh = await startDistrictProcess();
    try {
      const other = createDistrictLink({ baseUrl: fresh.url });
      const account = valueOf(await other.loadDemo()).accounts.find(({ username }) => username === name);
      const password = account?.password ?? '';
      const reply = valueOf(await other.login(name, password, randomUUID(), '测试设备'));
      expect(reply.account.displayName).toContain('演示');
      expect(reply.colleagues.map(({ displayName }) => displayName)).toContain('演示区级审核员');
      const { salt, hash, memoryKiB: memorySize, iterations, parallelism } = reply.verifier;
      const cost = { memorySize, iterations, parallelism, hashLength: 32, outputType: 'binary' as const };
      const checked = await argon2id({ password, salt: Buffer.from(salt, 'base64'), ...cost });
      expect(Buffer.from(checked).toString('base64')).toBe(hash);
    } finally {
      await fresh.remove();
    }
  });

  it('sends ten times and makes one case', async () => {
    const item = newCase(people.clerk);
    const answers = [];
    for (let i = 0; i < 10; i += 1) answers.push(await pushOne(people.clerk, item));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(answers[0]?.outcome).toBe('accepted');
    const { events } = valueOf(await link.pull(people.clerk.token, 0));
    expect(events.filter(({ event }) => event.streamId === item.streamId)).toHaveLength(item.events.length);
  });

  it('takes out-of-order commands once they are in order, and lets others flow past poison', async () => {
    const { clerk, reviewer } = people;
    const item = newCase(clerk);
    const review = decideItem(reviewer, { type: 'accept' }, item.events);
    const both = valueOf(await link.push(clerk.token, clerk.deviceId, [review, item])).answers;
    expect(both.map((answer) => answer.outcome)).toEqual(['conflict', 'accepted']);
    const poison = { ...newCase(clerk), actor: { role: 'nobody' } } as unknown as PushItem;
    const after = valueOf(await link.push(clerk.token, clerk.deviceId, [poison, review])).answers;
    expect(after.map((answer) => answer.outcome)).toEqual(['rejected', 'accepted']);
  });

  it('pulls by cursor until there is no more', async () => {
    const { clerk, district: supervisor } = people;
    const batch = Array.from({ length: 60 }, () => newCase(clerk));
    valueOf(await link.push(clerk.token, clerk.deviceId, batch));
    const seen: number[] = [];
    let cursor = 0;
    for (let more = true; more;) {
      const page = valueOf(await link.pull(supervisor.token, cursor));
      seen.push(...page.events.map(({ sequence }) => sequence));
      ({ cursor, more } = page);
    }
    expect(seen.length).toBeGreaterThan(200);
    expect(seen).toEqual(seen.map((_, i) => i + 1));
    expect(valueOf(await link.pull(supervisor.token, cursor))).toMatchObject({
      events: [],
      cursor,
      more: false,
    });
  });

  it('gives a file to the area of its case only', async () => {
    const { clerk, district: supervisor } = people;
    const bytes = randomBytes(50_000);
    const digest = sha256(bytes);
    const file = { digest, mime: 'image/jpeg', bytes, uploadUrl: null };
    valueOf(await link.upload(clerk.token, file, () => undefined));
    expect(valueOf(await link.filesHave(clerk.token, [digest, '0'.repeat(64)]))).toEqual([digest]);
    const unclaimed = await link.download(clerk.token, digest);
    expect(unclaimed).toEqual({ ok: false, failure: { code: 'page.notFound', data: {} } });
    await pushOne(clerk, newCase(clerk, bytes));
    expect(Buffer.from(valueOf(await link.download(supervisor.token, digest))).equals(bytes)).toBe(true);
  });

  it('tells an unknown token from a bad answer', async () => {
    const none = { ok: false, failure: { code: 'session.none', data: {} } };
    const token = 'x'.repeat(43);
    expect(await link.pull(token, 0)).toEqual(none);
    expect(await link.filesHave(token, [])).toEqual(none);
    const bytes = randomBytes(10);
    const file = { digest: sha256(bytes), mime: 'image/png', bytes, uploadUrl: null };
    expect(await link.upload(token, file, () => undefined)).toEqual(none);
  });

  it('logs codes and no person, number, picture or address with data', async () => {
    const log = district.stderr();
    expect(log).toContain('sync.pushed');
    for (const secret of ['张示例', '13800000000', 'demo.clerk', '500107195', 'after=', '演示'])
      expect(log).not.toContain(secret);
  });
});
