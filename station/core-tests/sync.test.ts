import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PushItem } from '../../contract/sync/push.ts';
import { linkEvents } from '../../domain/log/chain.ts';
import type { EventEnvelope } from '../../domain/log/event-envelope.ts';
import { createCore } from '../../core/create-core.ts';
import { CoreFixture } from '../testing/core-fixture.ts';
import { people } from '../testing/district-double.ts';
import { fillDraft } from '../testing/demo-household.ts';
import { noPapers } from '../testing/no-papers.ts';
let fixture: CoreFixture;
const must: CoreFixture['must'] = (...values) => fixture.must(...values);
const read = () => fixture.store.read;
const typeOf = (command: unknown) => (command as { type: string }).type;
const unreachable = { code: 'district.unreachable' };

beforeEach(async () => {
  fixture = await CoreFixture.open((ports) => ({ ...ports, documents: noPapers }));
  await fixture.login('clerk');
  await fixture.login('reviewer');
});
afterEach(() => fixture.close());

async function submit(order = 1): Promise<string> {
  const draftId = await fillDraft(
    (name, input, binary) => must('clerk', name, input, binary),
    '2026-03-10',
    order,
  );
  return (await must('clerk', 'application.submit', { draftId })).caseId;
}
const states = async (caseId: string, kind = 'events') =>
  (await read().outboxOfCase(caseId)).filter((row) => row.kind === kind).map((row) => row.state);
const until = (check: () => Promise<unknown>) => vi.waitFor(check, { timeout: 10_000, interval: 10 });
const acknowledged = (caseId: string) =>
  until(async () => {
    expect(new Set((await read().outboxOfCase(caseId)).map((row) => row.state))).toEqual(
      new Set(['acknowledged']),
    );
  });

/** The acceptance as another station of the town would have decided it. */
function acceptedElsewhere(stream: readonly EventEnvelope[]): EventEnvelope[] {
  const last = stream.at(-1)!;
  const { id: accountId, areaCode } = people.reviewer;
  const event = {
    ...{ id: '01900000-0000-7000-8000-00000000eeee', streamType: 'case' as const, streamId: last.streamId },
    ...{
      type: 'application.accepted',
      data: { acceptedOn: '2026-03-10' },
      actor: { accountId, role: 'townHead' as const, areaCode },
    },
    ...{
      deviceId: '01900000-0000-7000-8000-00000000d002',
      stationTime: '2026-03-10T03:00:00.000Z',
      counter: 1,
    },
    ruleSetId: 'cq-jlp-2023',
  };
  return linkEvents([event], { version: last.version, digest: last.digest }, fixture.ports.sha256Text);
}

/** The same event with other content, linked again behind `before`, as a station of its own would have made it. */
function linkedAnew(
  event: EventEnvelope,
  change: Partial<EventEnvelope>,
  before: EventEnvelope,
): EventEnvelope {
  const { id, streamType, streamId, type, data, actor, deviceId, stationTime, counter, ruleSetId } = {
    ...event,
    ...change,
  };
  const body = { id, streamType, streamId, type, data, actor, deviceId, stationTime, counter, ruleSetId };
  const [linked] = linkEvents(
    [body],
    { version: before.version, digest: before.digest },
    fixture.ports.sha256Text,
  );
  return linked!;
}

describe('the outbox', () => {
  it('drains by itself, with files, and tells the page', async () => {
    const news = vi.fn();
    fixture.core.onNews(news);
    fixture.core.start();
    const caseId = await submit();
    await acknowledged(caseId);
    const row = (await read().caseRow(caseId))!;
    expect(row.caseNo).toBe(fixture.district.caseNo(caseId));
    const files = (await read().outboxOfCase(caseId)).flatMap((r) => r.file?.digest ?? []);
    expect(new Set(fixture.district.stored.keys())).toEqual(new Set(files));
    const { summary, items } = await must('clerk', 'outbox.list', {});
    expect(summary).toMatchObject({
      online: true,
      waiting: 0,
      attention: 0,
      lastSyncAt: '2026-03-10T02:00:00.000Z',
      clockAheadMinutes: expect.any(Number),
    });
    expect(items.every((item) => item.sentBytes === item.bytes && item.label === row.caseCode)).toBe(true);
    expect(news.mock.calls.flat()).toContainEqual({ type: 'sync.changed' });
    expect(news.mock.calls.flat()).toContainEqual({ type: 'case.changed', caseId });
    expect(fixture.logged).toEqual([]);
  });

  it('waits without network and drains on reconnection without a click, even when nobody is logged in', async () => {
    fixture.core.start();
    await until(async () => expect((await must('clerk', 'system.status', {})).sync.online).toBe(true));
    fixture.district.broken = unreachable;
    const caseId = await submit();
    await until(async () =>
      expect((await must('clerk', 'system.status', {})).sync).toMatchObject({ online: false }),
    );
    expect(await states(caseId)).toEqual(['local']);
    await must('clerk', 'session.logout', {});
    await must('reviewer', 'session.logout', {});
    fixture.district.broken = null;
    await acknowledged(caseId);
  });

  it('sends once what is sent ten times', async () => {
    const caseId = await submit();
    const { item } = (await read().outboxOfCase(caseId)).find((row) => row.kind === 'events')!;
    for (let i = 0; i < 10; i += 1) await fixture.district.push('token', 'device', [item!]);
    fixture.core.start();
    await acknowledged(caseId);
    expect(new Set(fixture.district.events.map(({ event }) => event.streamId)).size).toBe(1);
    expect(fixture.district.events).toHaveLength(item!.events.length);
    expect(await read().stream(caseId)).toEqual(item!.events);
  });

  it('takes a row up again that a process left in sending when it died', async () => {
    const caseId = await submit();
    const rows = await read().outboxOfCase(caseId);
    await fixture.store.write(async (tx) => {
      for (const row of rows) await tx.saveOutbox({ ...row, state: 'sending' });
    });
    fixture.core.start();
    await acknowledged(caseId);
  });

  it.each([
    ['an error of the server', { code: 'district.answeredBadly', data: { status: 500 } }],
    ['garbage', { code: 'district.answeredBadly', data: { status: 200 } }],
  ])('keeps everything through %s, backs off, and goes on', async (_what, fault) => {
    fixture.district.pushFault = () => fault;
    fixture.core.start();
    const caseId = await submit();
    await until(async () => {
      const row = (await read().outboxOfCase(caseId)).find((r) => r.kind === 'events')!;
      expect(row).toMatchObject({ state: 'local', attempts: 1 });
      expect(Date.parse(row.notBefore)).toBeGreaterThan(fixture.clock.now.getTime());
    });
    fixture.district.pushFault = null;
    fixture.clock.now = new Date(fixture.clock.now.getTime() + 60_000);
    await acknowledged(caseId);
  });

  it('sends nothing to a server whose certificate is wrong, loses nothing, and goes on when it is right', async () => {
    fixture.core.start();
    await until(async () => expect((await must('clerk', 'system.status', {})).sync.online).toBe(true));
    fixture.district.broken = { code: 'district.certificate' };
    const caseId = await submit();
    await until(async () => expect((await must('clerk', 'system.status', {})).sync.online).toBe(false));
    expect(await states(caseId)).toEqual(['local']);
    expect(fixture.district.events).toEqual([]);
    fixture.district.broken = null;
    await acknowledged(caseId);
  });

  it('sets one poison record aside and lets the rest flow', async () => {
    const ids = [await submit(1), await submit(2), await submit(3), await submit(4)];
    const poison = ids[1]!;
    fixture.district.pushFault = (items) =>
      items.some((item) => item.streamId === poison)
        ? { code: 'district.answeredBadly', data: { status: 422 } }
        : null;
    fixture.core.start();
    for (const id of ids.filter((other) => other !== poison)) await acknowledged(id);
    await until(async () => expect(await states(poison)).toEqual(['attention']));
    expect((await must('clerk', 'outbox.list', {})).summary).toMatchObject({ attention: 1 });
    const row = (await read().outboxOfCase(poison)).find((r) => r.kind === 'events')!;
    expect(row.failure).toBe('district.answeredBadly');
    fixture.district.pushFault = null;
    await must('clerk', 'outbox.retry', { id: row.id });
    await acknowledged(poison);
    expect(await fixture.refused('clerk', 'outbox.retry', { id: poison })).toMatchObject({
      code: 'outbox.notFound',
    });
  });

  it('shows what the district rejects to a person, with the rule’s code', async () => {
    fixture.district.judge = ({ commandId }) => ({
      commandId,
      outcome: 'rejected',
      code: 'case.duplicate',
      data: { caseCode: 'X' },
    });
    fixture.core.start();
    const caseId = await submit();
    await until(async () => expect(await states(caseId)).toEqual(['attention']));
    const [summary] = (await must('clerk', 'case.list', { step: null, search: '' })).cases;
    expect(summary).toMatchObject({ id: caseId, sync: 'attention', caseNo: null });
  });

  it('takes a rejected step back, so that nobody goes by it', async () => {
    fixture.core.start();
    const caseId = await submit();
    await acknowledged(caseId);
    const before = await read().stream(caseId);
    fixture.district.judge = ({ commandId }) => ({
      commandId,
      outcome: 'rejected',
      code: 'case.notYourArea',
      data: {},
    });
    await must('reviewer', 'case.accept', { caseId });
    await until(async () => expect(await states(caseId)).toEqual(['acknowledged', 'attention']));
    expect(await read().stream(caseId)).toEqual(before);
    expect(await read().caseRow(caseId)).toMatchObject({ step: 'SUBMITTED', version: before.length });
    // Done again it is a command of its own; the first, sent again, takes nothing of the second away.
    fixture.district.judge = null;
    const rejected = (await read().outboxOfCase(caseId)).find((row) => row.state === 'attention')!;
    await must('reviewer', 'case.accept', { caseId });
    await until(async () =>
      expect(await states(caseId)).toEqual(['acknowledged', 'attention', 'acknowledged']),
    );
    fixture.district.judge = ({ commandId }) => ({
      commandId,
      outcome: 'rejected',
      code: 'case.notYourArea',
      data: {},
    });
    await fixture.store.write((tx) => tx.saveOutbox({ ...rejected, state: 'local' }));
    await until(async () =>
      expect(await read().outboxRow(rejected.id)).toMatchObject({ state: 'attention', attempts: 2 }),
    );
    expect(await read().caseRow(caseId)).toMatchObject({ step: 'ACCEPTED' });
  });

  it('keeps the order of one case: nothing overtakes a record that has to be looked at', async () => {
    fixture.district.judge = ({ commandId, command }) =>
      typeOf(command) === 'submit'
        ? { commandId, outcome: 'rejected', code: 'case.duplicate', data: {} }
        : null;
    fixture.core.start();
    const caseId = await submit();
    await until(async () => expect(await states(caseId)).toEqual(['attention']));
    await must('reviewer', 'case.accept', { caseId });
    const other = await submit(2);
    await until(async () => expect(await states(other)).toEqual(['attention']));
    expect(await states(caseId)).toEqual(['attention', 'local']);
    expect(fixture.district.pushes.flat().every(({ command }) => typeOf(command) === 'submit')).toBe(true);
  });

  it('resumes an upload where it stopped, and says when a file was damaged here', async () => {
    const caseId = await submit();
    const rows = (await read().outboxOfCase(caseId)).flatMap((row) =>
      row.file ? [{ ...row, file: row.file }] : [],
    );
    const [first, second] = rows;
    const seen: (string | null)[] = [];
    const upload = fixture.district.upload.bind(fixture.district);
    fixture.district.upload = (token, file, progress) => {
      if (file.digest === first!.file.digest) seen.push(file.uploadUrl);
      return upload(token, file, progress);
    };
    let cut = true;
    fixture.district.uploadFault = (digest) => (cut && digest === first!.file.digest ? unreachable : null);
    const get = fixture.vault.opened().files.get.bind(fixture.vault.opened().files);
    fixture.vault.opened().files.get = async (digest) =>
      digest === second!.file.digest ? null : get(digest);
    fixture.core.start();
    await until(async () => expect((await read().outboxRow(first!.id))!.file?.uploadUrl).toMatch(/^upload/));
    cut = false;
    await until(async () => expect((await read().outboxRow(first!.id))!.state).toBe('acknowledged'));
    expect(seen[0]).toBeNull();
    expect(seen.at(-1)).toBe(`upload/${first!.file.digest.slice(0, 8)}`);
    await until(async () =>
      expect(await read().outboxRow(second!.id)).toMatchObject({
        state: 'attention',
        failure: 'page.damaged',
      }),
    );
  });

  it('does not ask again with a token that is refused, and goes on after the next login', async () => {
    fixture.district.pushFault = () => ({ code: 'session.none' });
    fixture.core.start();
    const caseId = await submit();
    await until(async () => expect(fixture.district.pushes.length).toBe(1));
    await until(async () => expect(await states(caseId)).toEqual(['local']));
    fixture.district.pushFault = null;
    const { login } = fixture.district;
    fixture.district.login = async (...values) => {
      const reply = await login.apply(fixture.district, values);
      return reply.ok ? { ok: true, value: { ...reply.value, token: 'fresh' } } : reply;
    };
    await fixture.login('clerk');
    await acknowledged(caseId);
  });

  it('survives a link that throws, and says so in the log', async () => {
    const { pull } = fixture.district;
    fixture.district.pull = () => Promise.reject(new Error('bug'));
    fixture.core.start();
    const caseId = await submit();
    await until(async () => expect(fixture.logged.map((l) => l.code)).toContain('sync.passFailed'));
    fixture.district.pull = pull;
    await acknowledged(caseId);
  });
});

describe('events of others', () => {
  /** Another station's case reaches this one through the district. */
  async function caseFromElsewhere(): Promise<{ caseId: string; events: EventEnvelope[] }> {
    const other = await CoreFixture.open();
    try {
      await other.login('other');
      const draftId = await fillDraft(
        (name, input, binary) => other.must('other', name, input, binary),
        '2026-03-10',
        5,
      );
      const { caseId } = await other.must('other', 'application.submit', { draftId });
      return { caseId, events: await other.store.read.stream(caseId) };
    } finally {
      await other.close();
    }
  }

  it('become cases here, once, however often they come', async () => {
    const { caseId, events } = await caseFromElsewhere();
    fixture.district.take({ events });
    fixture.district.take({ events });
    fixture.core.start();
    await until(async () =>
      expect(await read().caseRow(caseId)).toMatchObject({ step: 'SUBMITTED', version: events.length }),
    );
    expect(await read().stream(caseId)).toEqual(events);
    const { dossier } = await must('reviewer', 'case.dossier', { caseId, purpose: 'handling' });
    expect(dossier).toMatchObject({
      brokenAt: null,
      enteredByName: '示例other',
      summary: { sync: 'acknowledged' },
    });
    await must('reviewer', 'case.accept', { caseId });
    await acknowledged(caseId);
  });

  it.each([
    [
      'changed',
      (events: EventEnvelope[]) =>
        events.map((e) => (e.version === 2 ? { ...e, stationTime: '2020-01-01T00:00:00.000Z' } : e)),
    ],
    ['with a gap', (events: EventEnvelope[]) => events.filter((e) => e.version !== 2)],
    [
      'of an unknown kind',
      (events: EventEnvelope[]) => events.map((e) => (e.version === 2 ? { ...e, type: 'case.invented' } : e)),
    ],
  ])('that are %s are set aside; others go on', async (_what, spoil) => {
    const bad = await caseFromElsewhere();
    fixture.district.take({ events: spoil(bad.events) });
    fixture.core.start();
    const caseId = await submit();
    await acknowledged(caseId);
    expect(await read().caseRow(bad.caseId)).toBeNull();
    expect(await read().stream(bad.caseId)).toEqual([]);
    expect(fixture.logged).toMatchObject([{ code: 'sync.streamSetAside', data: { streamId: bad.caseId } }]);
  });

  it('take the place of our own undecided ones; what no longer holds goes to a person', async () => {
    fixture.core.start();
    const caseId = await submit();
    await acknowledged(caseId);
    fixture.district.broken = unreachable;
    await must('reviewer', 'case.accept', { caseId });
    const stream = await read().stream(caseId);
    const theirs = acceptedElsewhere(stream.slice(0, -1));
    fixture.district.take({ events: theirs });
    fixture.district.broken = null;
    await until(async () => expect(await states(caseId)).toEqual(['acknowledged', 'attention']));
    expect((await read().stream(caseId)).at(-1)).toEqual(theirs[0]);
    const row = (await read().outboxOfCase(caseId)).find((r) => r.state === 'attention')!;
    expect(row.failure).toBe('case.wrongStep');
    expect(await must('clerk', 'case.dossier', { caseId, purpose: 'handling' })).toMatchObject({
      dossier: { brokenAt: null, summary: { step: 'ACCEPTED' } },
    });
  });

  it('are laid under a command that still holds: it is decided again and sent', async () => {
    fixture.core.start();
    const caseId = await submit();
    await acknowledged(caseId);
    fixture.district.broken = unreachable;
    const items = [{ slot: 'diagnosis', memberId: null, note: '示例' }];
    const notice = { caseId, items, limit: '2026-03-20', reason: '示例：第二次' };
    await must('reviewer', 'case.issueSupplement', notice);
    const own = (await read().stream(caseId)).at(-1)!;
    // Elsewhere the same notice was issued and answered meanwhile: the case waits for acceptance again.
    const before = (await read().stream(caseId)).at(-2)!;
    const issued = linkedAnew(own, { id: '01900000-0000-7000-8000-00000000ee01' }, before);
    const answer = { type: 'supplement.provided', data: { submittedOn: '2026-03-10' } };
    const provided = linkedAnew(own, { id: '01900000-0000-7000-8000-00000000ee02', ...answer }, issued);
    const theirs = [issued, provided];
    fixture.district.take({ events: theirs });
    fixture.district.broken = null;
    await acknowledged(caseId);
    const stream = await read().stream(caseId);
    expect(stream.slice(-3).map((e) => e.type)).toEqual([
      'supplement.issued',
      'supplement.provided',
      'supplement.issued',
    ]);
    expect(fixture.district.events.map(({ event }) => event.digest)).toContain(stream.at(-1)!.digest);
    expect(await must('clerk', 'case.dossier', { caseId, purpose: 'handling' })).toMatchObject({
      dossier: { brokenAt: null },
    });
  });

  it('win also when the conflict shows only at sending', async () => {
    fixture.core.start();
    const caseId = await submit();
    await acknowledged(caseId);
    const theirs = acceptedElsewhere(await read().stream(caseId));
    let conflicts = 0;
    fixture.district.judge = ({ commandId, command }) => {
      if (typeOf(command) !== 'accept' || conflicts > 0) return null;
      conflicts += 1;
      fixture.district.take({ events: theirs });
      return { commandId, outcome: 'conflict', serverVersion: theirs[0]!.version };
    };
    await must('reviewer', 'case.accept', { caseId });
    await until(async () => expect(await states(caseId)).toEqual(['acknowledged', 'attention']));
    expect((await read().stream(caseId)).at(-1)).toEqual(theirs[0]);
  });

  it('cannot replace what the district has acknowledged', async () => {
    fixture.core.start();
    const caseId = await submit();
    await acknowledged(caseId);
    const stream = await read().stream(caseId);
    const forged = linkedAnew(stream.at(-1)!, { stationTime: '2026-03-10T05:00:00.000Z' }, stream.at(-2)!);
    fixture.district.take({ events: [forged] });
    await until(async () => expect(fixture.logged.map((l) => l.code)).toContain('sync.streamSetAside'));
    expect(await read().stream(caseId)).toEqual(stream);
  });
});

describe('a station with its queue', () => {
  it('keeps what is done for a week in its list, and the rest until it is done', async () => {
    fixture.core.start();
    const old = await submit(1);
    await acknowledged(old);
    fixture.clock.now = new Date(fixture.clock.now.getTime() + 6 * 86_400_000);
    fixture.district.judge = ({ commandId }) => ({
      commandId,
      outcome: 'rejected',
      code: 'case.duplicate',
      data: {},
    });
    const waiting = await submit(2);
    await until(async () => expect(await states(waiting)).toEqual(['attention']));
    expect(await states(old)).toEqual(['acknowledged']);
    fixture.clock.now = new Date(fixture.clock.now.getTime() + 2 * 86_400_000);
    await until(async () => expect(await read().outboxOfCase(old)).toEqual([]));
    expect(await states(waiting)).toEqual(['attention']);
    const { dossier } = await must('clerk', 'case.dossier', { caseId: old, purpose: 'handling' });
    expect(dossier.summary.sync).toBe('acknowledged');
    expect(dossier.documents.every((d) => d.pages.every((p) => p.uploaded))).toBe(true);
  });

  it('closes without sending the whole queue first', async () => {
    const ids = [await submit(1), await submit(2), await submit(3)];
    let uploads = 0;
    const upload = fixture.district.upload.bind(fixture.district);
    let closing: Promise<void> | undefined;
    fixture.district.upload = (...values) => {
      uploads += 1;
      closing ??= fixture.core.close();
      return upload(...values);
    };
    fixture.core.start();
    await until(async () => expect(closing).toBeDefined());
    await closing;
    // Those in flight end, no other begins.
    expect(uploads).toBeLessThanOrEqual(3);
    expect(ids).toHaveLength(3);
  });

  it('carries on after a restart of the core', async () => {
    const caseId = await submit();
    const again = createCore(fixture.ports, { pollMs: 20, idleMs: 20 });
    again.start();
    await acknowledged(caseId);
    const sent: PushItem[] = fixture.district.pushes.flat();
    expect(sent.map((item) => item.streamId)).toEqual([caseId]);
  });
});
