import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands, type CommandName } from '../../contract/commands.ts';
import { maxBinaryBytes, ReplyEnvelope, type CallEnvelope } from '../../contract/envelope.ts';
import { parseFailure } from '../../contract/failures.ts';
import type { PublicCommand } from '../../core/handler.ts';
import { openVault } from '../../db/vault.ts';
import { createCore } from '../../core/create-core.ts';
import { CoreFixture } from '../testing/core-fixture.ts';

let fixture: CoreFixture;
beforeEach(async () => void (fixture = await CoreFixture.open()));
afterEach(() => fixture.close());

const send = (envelope: unknown, binary?: Uint8Array) =>
  fixture.core.dispatch('someone', { envelope: envelope as CallEnvelope, ...(binary ? { binary } : {}) });

/** The compiler checks that this is exactly the handlers' idea of public; the test that it is the contract's, too. */
const publicCommands: Record<PublicCommand, true> = {
  'system.status': true,
  'system.preflight': true,
  'vault.create': true,
  'vault.unlock': true,
  'setup.loadDemo': true,
  'session.login': true,
  'case.progress': true,
};

describe('dispatch', () => {
  it('lets in without login exactly what the contract calls public', () => {
    const open = (Object.keys(commands) as CommandName[]).filter(
      (name) => commands[name].access === 'public',
    );
    expect(open.toSorted()).toEqual(Object.keys(publicCommands).toSorted());
  });

  it.each([
    ['null', null],
    ['text', 'system.status'],
    ['no id', { name: 'system.status', input: {} }],
    ['id zero', { id: 0, name: 'system.status', input: {} }],
    ['fraction', { id: 1.5, name: 'system.status', input: {} }],
    ['one key too many', { id: 1, name: 'system.status', input: {}, role: 'admin' }],
    ['endless name', { id: 1, name: 'x'.repeat(81), input: {} }],
  ])('answers a malformed envelope (%s) as such', async (_what, envelope) => {
    const reply = await send(envelope);
    expect(reply.envelope).toMatchObject({ id: 0, ok: false, failure: { code: 'call.malformed' } });
  });

  it.each(['nobody.knows', '__proto__', 'constructor', 'toString'])('knows no command %s', async (name) => {
    expect((await send({ id: 7, name, input: {} })).envelope).toEqual({
      id: 7,
      ok: false,
      failure: { code: 'call.unknown', data: { name } },
    });
  });

  it('answers every command on garbage input with a failure it declares, without a fault of its own', async () => {
    for (const name of Object.keys(commands)) {
      for (const input of [null, 1, 'x', [], { a: 1 }, { __proto__: null, draftId: {} }]) {
        const { envelope } = await send({ id: 1, name, input });
        expect(ReplyEnvelope.safeParse(envelope).success, name).toBe(true);
        if (!envelope.ok)
          expect(
            parseFailure(envelope.failure),
            `${name} ${JSON.stringify(envelope.failure)}`,
          ).not.toBeNull();
      }
    }
    expect(fixture.logged).toEqual([]);
  });

  it('names what is wrong with an input without repeating it', async () => {
    const reply = await send({
      id: 3,
      name: 'session.login',
      input: { username: 500107, password: '张示例', more: '张示例' },
    });
    const text = JSON.stringify(reply.envelope);
    expect(text).toContain('username: invalid_type');
    expect(text).not.toContain('张示例');
    expect(text).not.toContain('500107');
  });

  it('refuses bytes where none belong, none where some belong, and too many', async () => {
    await fixture.login('clerk');
    const { draft } = await fixture.must('clerk', 'draft.create', { kind: 'dibao' });
    const draftId = draft.id;
    expect(await fixture.refused('clerk', 'draft.list', {}, new Uint8Array(1))).toMatchObject({
      code: 'call.malformed',
    });
    const verify = {
      draftId,
      personId: draftId,
      model: { name: 'm', digest: '0'.repeat(64), preprocessing: 'p' },
      frames: 3,
    };
    const input = { ...verify, rejectedFrames: {} };
    expect(await fixture.refused('clerk', 'certification.verify', input)).toMatchObject({
      code: 'call.malformed',
    });
    const huge = new Uint8Array(maxBinaryBytes + 1);
    expect(await fixture.refused('clerk', 'certification.verify', input, huge)).toEqual({
      code: 'call.tooLarge',
      data: { maxBytes: maxBinaryBytes },
    });
  });

  it('asks for a login, then for the role', async () => {
    expect(await fixture.refused('clerk', 'draft.list', {})).toMatchObject({ code: 'session.none' });
    await fixture.login('reviewer');
    expect(await fixture.refused('reviewer', 'draft.create', { kind: 'dibao' })).toMatchObject({
      code: 'session.notAllowed',
    });
    await fixture.login('clerk');
    const caseId = '01900000-0000-7000-8000-0000000000ff';
    expect(await fixture.refused('clerk', 'case.accept', { caseId })).toMatchObject({
      code: 'session.notAllowed',
    });
  });

  it('keeps staff commands out of the kiosk, whoever is logged in', async () => {
    const kiosk = await CoreFixture.open((ports) => ({ ...ports, host: { ...ports.host, mode: 'kiosk' } }));
    try {
      await kiosk.login('clerk');
      for (const name of ['draft.list', 'case.list', 'outbox.list'] as const) {
        const answer = await kiosk.call(
          'clerk',
          name,
          name === 'case.list' ? { step: null, search: '' } : ({} as never),
        );
        if (name === 'outbox.list') expect(answer.ok).toBe(true);
        else expect(answer).toMatchObject({ ok: false, failure: { code: 'call.notInThisMode' } });
      }
    } finally {
      await kiosk.close();
    }
  });

  it('says that the vault is locked before anything that needs it', async () => {
    const vault = openVault({ dataDir: `${fixture.dir}/other` });
    const core = createCore({ ...fixture.ports, vault });
    const call = (name: string, input: unknown) => core.dispatch('a', { envelope: { id: 1, name, input } });
    for (const [name, input] of [
      ['draft.list', {}],
      ['session.login', { username: 'clerk', password: 'x' }],
      ['case.progress', { caseCode: 'JLP', idLast4: '1234' }],
    ] as const) {
      expect((await call(name, input)).envelope).toMatchObject({
        ok: false,
        failure: { code: 'vault.locked' },
      });
    }
    expect((await call('system.status', {})).envelope).toMatchObject({
      ok: true,
      output: { vault: 'missing', account: null },
    });
    expect((await call('vault.unlock', { passphrase: 'x' })).envelope).toMatchObject({
      failure: { code: 'vault.missing' },
    });
    expect((await call('vault.create', { passphrase: 'short' })).envelope).toMatchObject({
      failure: { code: 'vault.weakPassphrase', data: { minLength: 8 } },
    });
    expect((await call('vault.create', { passphrase: '足够长的示例口令' })).envelope).toMatchObject({
      ok: true,
    });
    expect((await call('vault.create', { passphrase: '足够长的示例口令' })).envelope).toMatchObject({
      failure: { code: 'vault.exists' },
    });
    expect((await call('system.status', {})).envelope).toMatchObject({ output: { vault: 'open' } });
    await core.close();
  });

  it('answers its own faults as internal with an id that the log knows, and nothing else', async () => {
    await fixture.login('clerk');
    fixture.store.read.openDrafts = () => Promise.reject(new Error('张示例 500107198001010011'));
    const failure = await fixture.refused('clerk', 'draft.list', {});
    expect(failure).toMatchObject({ code: 'internal' });
    expect(JSON.stringify(failure)).not.toContain('张示例');
    expect(fixture.logged).toMatchObject([
      { code: 'core.unexpected', data: { command: 'draft.list', ...failure.data } },
    ]);
  });
});
