import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { maxBinaryBytes, type CoreNews } from '../../contract/envelope.ts';
import { fillDraft } from '../../station/testing/demo-household.ts';
import { tinyPng } from '../../station/testing/tiny-png.ts';
import { ask, failureOf, must, nextId } from './calls.ts';
import type { ConformanceBed, ConformanceClient } from './bed.ts';

const clerkName = 'demo.clerk1';

/**
 * What every transport between page and core has to do, whatever it is made of. `makeBed` gives it with a real station behind;
 * the suite speaks the contract only. `clients`: whether the transport can have several windows or sessions at a time.
 */
export function conformanceSuite(
  name: string,
  makeBed: () => Promise<ConformanceBed>,
  clients: 'one' | 'many' = 'many',
): void {
  describe(`contract over ${name}`, () => {
    let bed: ConformanceBed;
    let first: ConformanceClient;
    let passwords: Map<string, string>;
    const login = (client: ConformanceClient) =>
      must(client, 'session.login', { username: clerkName, password: passwords.get(clerkName) ?? '' });

    beforeAll(async () => {
      bed = await makeBed();
      first = await bed.connect();
      const { accounts } = await must(first, 'setup.loadDemo', {});
      passwords = new Map(accounts.map(({ username, password }) => [username, password]));
    });
    afterAll(() => bed.close());

    it('answers a call with its own output', async () => {
      const status = await must(first, 'system.status', {});
      expect(status).toMatchObject({ vault: 'open', account: null });
    });

    it('carries a declared failure with its data', async () => {
      const wrong = await ask(first, 'session.login', { username: clerkName, password: 'wrong' });
      expect(wrong).toMatchObject({
        ok: false,
        failure: { code: 'session.wrongPassword', data: { attemptsLeft: 4 } },
      });
      expect(await ask(first, 'draft.list', {})).toEqual({
        ok: false,
        failure: { code: 'session.none', data: {} },
      });
    });

    it.each(['nobody.knows', '__proto__', 'constructor'])('knows no command %s', async (unknown) => {
      const id = nextId();
      const reply = await first.call({ id, name: unknown, input: {} });
      expect(reply.envelope.id).toBe(id);
      expect(failureOf(reply)).toEqual({ code: 'call.unknown', data: { name: unknown } });
    });

    it.each([
      ['null', null],
      ['a list', []],
      ['a text', 'system.status'],
      ['no id', { name: 'system.status', input: {} }],
      ['a negative id', { id: -1, name: 'system.status', input: {} }],
      ['an id that is text', { id: '1', name: 'system.status', input: {} }],
      ['a name that is no text', { id: 1, name: 7, input: {} }],
      ['one key too many', { id: 1, name: 'system.status', input: {}, clientId: 'another' }],
    ])('answers a malformed envelope, %s, and goes on', async (_what, envelope) => {
      const reply = await first.call(envelope);
      expect(reply.envelope.id).toBe(0);
      expect(failureOf(reply).code).toBe('call.malformed');
      await must(first, 'system.status', {});
    });

    it('answers malformed input by path, without repeating what was typed', async () => {
      const reply = await first.call({
        id: nextId(),
        name: 'session.login',
        input: { username: 5, password: '张示例' },
      });
      const failure = failureOf(reply);
      expect(failure).toMatchObject({ code: 'call.malformed', data: { issues: ['username: invalid_type'] } });
      expect(JSON.stringify(reply.envelope)).not.toContain('张示例');
    });

    it('refuses bytes where none belong, and missing ones', async () => {
      expect(await ask(first, 'system.status', {}, new Uint8Array([1]))).toMatchObject({
        failure: { code: 'call.malformed' },
      });
      await login(first);
      const { draft } = await must(first, 'draft.create', { kind: 'dibao' });
      expect(await ask(first, 'page.add', pageOf(draft.id))).toMatchObject({
        failure: { code: 'call.malformed' },
      });
      await must(first, 'draft.discard', { draftId: draft.id });
    });

    it('carries bytes both ways unchanged, also out of the middle of a larger buffer', async () => {
      await login(first);
      const { draft } = await must(first, 'draft.create', { kind: 'dibao' });
      const draftId = draft.id;
      const whole = tinyPng(21, 1200);
      const inside = new Uint8Array([9, 9, 9, ...whole, 9]).subarray(3, 3 + whole.length);
      for (const bytes of [whole, inside]) {
        const { page } = await must(first, 'page.add', pageOf(draftId), bytes);
        expect(page.bytes).toBe(whole.length);
        const back = await ask(first, 'page.read', { draftId, pageId: page.id });
        expect(back).toMatchObject({ ok: true, output: { mime: 'image/png' } });
        expect(Buffer.from((back.ok && back.binary) || []).equals(Buffer.from(whole))).toBe(true);
      }
      expect(inside.length).toBe(whole.length);
      await must(first, 'draft.discard', { draftId });
    });

    it('carries a page of 15 MB', async () => {
      await login(first);
      const { draft } = await must(first, 'draft.create', { kind: 'dibao' });
      const bytes = tinyPng(33, 3900, 0);
      expect(bytes.length).toBeGreaterThan(15_000_000);
      const { page } = await must(first, 'page.add', pageOf(draft.id), bytes);
      expect(page.digest).toBe(createHash('sha256').update(bytes).digest('hex'));
      await must(first, 'draft.discard', { draftId: draft.id });
    });

    it('refuses a block beyond the limit and stays usable', async () => {
      await login(first);
      const { draft } = await must(first, 'draft.create', { kind: 'dibao' });
      const answer = await ask(first, 'page.add', pageOf(draft.id), new Uint8Array(maxBinaryBytes + 1));
      expect(answer).toEqual({
        ok: false,
        failure: { code: 'call.tooLarge', data: { maxBytes: maxBinaryBytes } },
      });
      await must(first, 'draft.discard', { draftId: draft.id });
    });

    it('keeps rare characters, and text that looks like markup', async () => {
      await login(first);
      const { draft } = await must(first, 'draft.create', { kind: 'dibao' });
      const name = '䶮𬭸·<b>&amp;"\\\u2028';
      const identity = { ...draft.sections.identity, id: draft.id, name, idKind: 'residentId' as const };
      const defaults = {
        idNumber: '',
        sex: null,
        birth: '',
        ethnicity: '',
        phone: '',
        address: '',
        relation: 'self' as const,
      };
      const rest = {
        marriage: null,
        health: 'healthy' as const,
        disability: null,
        work: null,
        capacity: true,
        guardianId: null,
        sources: {},
      };
      const change = { section: 'identity' as const, value: { ...defaults, ...rest, ...identity } };
      await must(first, 'draft.save', { draftId: draft.id, revision: 0, change });
      const opened = await must(first, 'draft.open', { draftId: draft.id });
      expect(opened.draft.sections.identity?.name).toBe(name);
      await must(first, 'draft.discard', { draftId: draft.id });
    });

    it('gives each of many calls at once its own answer, in whatever order they end', async () => {
      await login(first);
      const { draft } = await must(first, 'draft.create', { kind: 'dibao' });
      const draftId = draft.id;
      const pages = await Promise.all(
        Array.from({ length: 12 }, async (_, i) => {
          const bytes = tinyPng(3000 + i, 40 + i);
          return { bytes, page: (await must(first, 'page.add', pageOf(draftId), bytes)).page };
        }),
      );
      const mixed = pages.flatMap(({ page, bytes }) => [
        ask(first, 'page.read', { draftId, pageId: page.id }).then((answer) => {
          expect(Buffer.from((answer.ok && answer.binary) || []).equals(Buffer.from(bytes))).toBe(true);
        }),
        ask(first, 'page.read', { draftId, pageId: draftId }).then((answer) => {
          expect(answer).toMatchObject({ failure: { code: 'page.notFound' } });
        }),
        must(first, 'system.status', {}).then((status) => expect(status.account?.username).toBe(clerkName)),
      ]);
      await Promise.all(mixed);
      await must(first, 'draft.discard', { draftId });
    });

    it('brings news to every client, and none after it stops listening', async () => {
      await login(first);
      const second = clients === 'many' ? await bed.connect() : first;
      const heard: CoreNews[] = [];
      const notHeard: CoreNews[] = [];
      const stop = second.onNews((news) => heard.push(news));
      second.onNews((news) => notHeard.push(news))();
      const day = (await must(first, 'system.status', {})).today;
      const draftId = await fillDraft(
        (command, input, binary) => must(first, command, input, binary),
        day,
        40,
      );
      const { caseId } = await must(first, 'application.submit', { draftId });
      await vi.waitFor(() => expect(heard).toContainEqual({ type: 'case.changed', caseId }), {
        timeout: 10_000,
      });
      stop();
      expect(notHeard).toEqual([]);
    });

    if (clients === 'many') {
      it('binds the login to the client that made it', async () => {
        await login(first);
        const second = await bed.connect();
        expect((await must(second, 'system.status', {})).account).toBeNull();
        expect(await ask(second, 'draft.list', {})).toMatchObject({ failure: { code: 'session.none' } });
        await login(second);
        await must(second, 'session.logout', {});
        expect((await must(first, 'system.status', {})).account?.username).toBe(clerkName);
      });
    }

    it('forgets the login on logout', async () => {
      await login(first);
      await must(first, 'session.logout', {});
      expect(await ask(first, 'draft.list', {})).toMatchObject({ failure: { code: 'session.none' } });
    });
  });
}

const pageOf = (draftId: string) => ({
  ...{ draftId, slot: 'idCard', memberId: null, replaces: null, warnings: [] },
  ...{ mime: 'image/png' as const, width: 0, height: 0, source: 'file' as const },
});
