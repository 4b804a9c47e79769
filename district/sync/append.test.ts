import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseCommand } from '../../domain/case/case-commands.ts';
import { firstBrokenLink } from '../../domain/log/chain.ts';
import type { Actor, EventEnvelope } from '../../domain/log/event-envelope.ts';
import { sampleSubmit } from '../../domain/testing/sample-application.ts';
import { shanghaiDate } from '../../domain/values/iso-date.ts';
import { CaseEntity, CommandEntity, EventEntity } from '../db/entities.ts';
import type { DistrictContext } from '../context.ts';
import { countersignatureHolds } from '../secrets/signing-key.ts';
import { onEachDatabase } from '../testing/databases.ts';
import { openTestContext } from '../testing/test-context.ts';
import { appendAsDistrict, appendInTurn, type Appended } from './append.ts';
import { saveTurn, takeTurn } from './case-number.ts';
import { sha256Text } from './sha256.ts';
import { storedStream } from './stream-store.ts';

const now = new Date('2026-03-10T02:00:00.000Z');

onEachDatabase('append', (newDatabase) => {
  let context: DistrictContext;
  let close: () => Promise<void>;
  let portal: Actor;
  beforeAll(async () => {
    ({ context, close } = await openTestContext({ databaseUrl: await newDatabase() }, { now: () => now }));
    const { portalAccountId } = context.identity;
    portal = { accountId: portalAccountId, role: 'portal', areaCode: '500107001' };
  });
  afterAll(() => close());

  const submit = () => {
    const sample = sampleSubmit(undefined, undefined, shanghaiDate(now.toISOString()));
    const certification = {
      ...sample.certification,
      method: 'portal' as const,
      manualReason: null,
      decidedBy: context.identity.portalAccountId,
    };
    return { ...sample, draftId: randomUUID(), certification };
  };
  const taken = (appended: Appended) => {
    if (appended.outcome !== 'appended') throw new Error(appended.code);
    return appended;
  };
  const streamOf = async (streamId: string): Promise<EventEnvelope[]> => {
    const stream = await context.database.read((tx) => storedStream(tx, context.eventKey, streamId));
    if ('damagedAt' in stream) throw new Error('damaged');
    return stream;
  };

  it('opens a case under the device of the server, linked, numbered and countersigned', async () => {
    const streamId = randomUUID();
    const { events, caseNo, signature } = taken(
      await appendAsDistrict(context, { streamId, command: submit(), actor: portal }),
    );
    expect(caseNo).toMatch(/^九低保〔2026〕\d{6}号$/);
    const stored = await streamOf(streamId);
    expect(stored).toEqual(events);
    expect(firstBrokenLink(stored, sha256Text)).toBeNull();
    const own = { deviceId: context.identity.deviceId, actor: portal, stationTime: now.toISOString() };
    for (const event of stored) expect(event).toMatchObject({ ...own, ruleSetId: 'cq-jlp-2023' });
    const digest = stored.at(-1)?.digest ?? '';
    expect(countersignatureHolds(context.countersigner.publicKey, digest, signature)).toBe(true);
    const row = await context.database.read((tx) => tx.findOneByOrFail(CaseEntity, { id: streamId }));
    expect(row).toMatchObject({ caseNo, townCode: '500107001', step: 'SUBMITTED', tailDigest: digest });
  });

  it('counts up over all its streams, also when many come at once', async () => {
    const many = await Promise.all(
      Array.from({ length: 8 }, () =>
        appendAsDistrict(context, { streamId: randomUUID(), command: submit(), actor: portal }),
      ),
    );
    expect(many.map(({ outcome }) => outcome)).toEqual(many.map(() => 'appended'));
    const { deviceId } = context.identity;
    const rows = await context.database.read((tx) =>
      tx.find(EventEntity, { where: { deviceId }, order: { counter: 'ASC' } }),
    );
    expect(rows.map((row) => row.counter)).toEqual(rows.map((_, i) => i + 1));
    const bySequence = rows.toSorted((a, b) => a.sequence - b.sequence);
    expect(bySequence.map((row) => row.counter)).toEqual(rows.map((row) => row.counter));
    const flagged = await context.database.read((tx) => tx.find(CommandEntity));
    expect(flagged.every((row) => row.flags === '')).toBe(true);
  });

  it('decides by the rules, and a refusal leaves nothing', async () => {
    const streamId = randomUUID();
    const code = async (command: CaseCommand, actor = portal) => {
      const appended = await appendAsDistrict(context, { streamId, command, actor });
      return appended.outcome === 'refused' ? appended.code : 'appended';
    };
    const before = await context.database.read((tx) => tx.count(CommandEntity));
    expect(await code({ type: 'accept' })).toBe('case.notFound');
    expect(await code({ ...submit(), signatures: [] })).toBe('submit.signatureMissing');
    expect(await code(submit(), { ...portal, areaCode: '500107002' })).toBe('case.notYourArea');
    expect(await code(submit(), { ...portal, role: 'windowClerk' })).toBe('submit.certificationMissing');
    expect(await context.database.read((tx) => tx.existsBy(CaseEntity, { id: streamId }))).toBe(false);
    expect(await context.database.read((tx) => tx.count(CommandEntity))).toBe(before);
    expect(await code(submit())).toBe('appended');
    expect(await code({ type: 'accept' })).toBe('case.notYourRole');
  });

  it('takes one command once, and one case of one draft', async () => {
    const command = { streamId: randomUUID(), command: submit(), actor: portal, commandId: randomUUID() };
    const first = taken(await appendAsDistrict(context, command));
    const again = taken(await appendAsDistrict(context, command));
    expect(again).toEqual({ ...first, events: [] });
    const twin = { ...command, streamId: randomUUID(), commandId: randomUUID() };
    expect(await appendAsDistrict(context, twin)).toMatchObject({ code: 'case.duplicate' });
  });

  it('is undone with the transaction it is part of', async () => {
    const streamId = randomUUID();
    const work = context.database.write(async (tx) => {
      const turn = await takeTurn(tx);
      taken(await appendInTurn(context, tx, turn, { streamId, command: submit(), actor: portal }));
      await saveTurn(tx, turn);
      throw new Error('no');
    });
    await expect(work).rejects.toThrow('no');
    expect(await streamOf(streamId)).toEqual([]);
  });

  it('adds nothing to a stream that was changed on the disk', async () => {
    const streamId = randomUUID();
    const command = submit();
    taken(await appendAsDistrict(context, { streamId, command, actor: portal }));
    await context.database.write((tx) => tx.delete(EventEntity, { streamId, version: 2 }));
    const system: Actor = { ...portal, role: 'system', accountId: context.identity.systemAccountId };
    const answer = await appendAsDistrict(context, { streamId, command: { type: 'abandon' }, actor: system });
    expect(answer).toEqual({ outcome: 'refused', code: 'case.tampered', data: { version: 2 } });
  });
});
