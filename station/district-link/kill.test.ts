import { randomBytes, randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PushAnswer, PushItem } from '../../contract/sync/push.ts';
import type { DistrictLink } from '../../core/ports/district.ts';
import { firstBrokenLink } from '../../domain/log/chain.ts';
import type { EventEnvelope } from '../../domain/log/event-envelope.ts';
import { createDistrictLink } from './create-district-link.ts';
import { startDistrictProcess, type DistrictProcess } from './testing/district-process.ts';
import { demoPeople, newCase, sha256, valueOf, type Who } from './testing/station-items.ts';

const ROUNDS = 8;

interface Sent {
  item: PushItem;
  bytes: Uint8Array;
  answer: PushAnswer | null;
  fileAcknowledged: boolean;
}

describe('kill -9 of the district server', () => {
  let district: DistrictProcess;
  let link: DistrictLink;
  let clerk: Who;
  beforeAll(async () => {
    district = await startDistrictProcess();
    link = createDistrictLink({ baseUrl: district.url, timeoutMs: 10_000 });
    ({ clerk } = await demoPeople(link));
  });
  afterAll(() => district.remove());

  const send = async (sent: Sent): Promise<void> => {
    const pushed = await link.push(clerk.token, clerk.deviceId, [sent.item]);
    if (pushed.ok) sent.answer = pushed.value.answers[0] ?? null;
    const file = { digest: sha256(sent.bytes), mime: 'image/jpeg', bytes: sent.bytes, uploadUrl: null };
    sent.fileAcknowledged = (await link.upload(clerk.token, file, () => undefined)).ok;
  };

  /** Four senders at once until the server is gone; it is killed after so many answers, while others are under way. */
  const round = async (killAfter: number): Promise<Sent[]> => {
    const all: Sent[] = [];
    let answers = 0;
    let dead: Promise<void> | null = null;
    const sender = async (): Promise<void> => {
      while (!dead) {
        const bytes = randomBytes(randomInt(1000, 300_000));
        const sent: Sent = { item: newCase(clerk, bytes), bytes, answer: null, fileAcknowledged: false };
        all.push(sent);
        await send(sent);
        answers += 1;
        if (answers >= killAfter) dead ??= district.kill9();
      }
    };
    await Promise.all([sender(), sender(), sender(), sender()]);
    await dead;
    return all;
  };

  const everything = async (): Promise<EventEnvelope[]> => {
    const events: EventEnvelope[] = [];
    let cursor = 0;
    for (let more = true; more;) {
      const page = valueOf(await link.pull(clerk.token, cursor));
      events.push(...page.events.map(({ event }) => event));
      ({ cursor, more } = page);
    }
    return events;
  };

  it('loses nothing that was acknowledged, and takes the rest once when it is sent again', async () => {
    const all: Sent[] = [];
    for (let i = 0; i < ROUNDS; i += 1) {
      all.push(...(await round(randomInt(1, 8))));
      await district.start();
      const streams = new Set((await everything()).map((event) => event.streamId));
      for (const { item, answer, bytes, fileAcknowledged } of all) {
        if (answer) expect(streams.has(item.streamId)).toBe(true);
        if (!fileAcknowledged) continue;
        const digest = sha256(bytes);
        expect(valueOf(await link.filesHave(clerk.token, [digest]))).toEqual([digest]);
        if (answer)
          expect(Buffer.from(valueOf(await link.download(clerk.token, digest))).equals(bytes)).toBe(true);
      }
    }
    const acknowledged = all.filter(({ answer }) => answer !== null).length;
    expect(acknowledged).toBeGreaterThanOrEqual(ROUNDS);
    expect(acknowledged).toBeLessThan(all.length);
    for (const sent of all) {
      const before = sent.answer;
      await send(sent);
      if (before) expect(sent.answer).toEqual(before);
      expect(sent).toMatchObject({ answer: { outcome: 'accepted' }, fileAcknowledged: true });
    }
    const byStream = Map.groupBy(await everything(), (event) => event.streamId);
    expect(byStream.size).toBe(all.length);
    for (const { item } of all) {
      expect(byStream.get(item.streamId)).toEqual(item.events);
      expect(firstBrokenLink(byStream.get(item.streamId) ?? [], sha256)).toBeNull();
    }
    const serials = all.map(({ answer }) =>
      answer?.outcome === 'accepted' ? Number(/(\d{6})号/.exec(answer.caseNo)?.[1]) : 0,
    );
    expect(serials.toSorted((a, b) => a - b)).toEqual(all.map((_, i) => i + 1));
  });

  it('closes cleanly on SIGTERM, with the same data after it', async () => {
    const before = await everything();
    expect(await district.stop()).toBe(0);
    expect(await link.status()).toEqual({ ok: false, failure: { code: 'district.unreachable' } });
    await district.start();
    expect(await everything()).toEqual(before);
  });
});
