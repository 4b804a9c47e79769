import { afterAll, beforeAll, expect, test } from 'vitest';
import { shellBed, type ShellBed } from './shell-bed.ts';

/* Shell logic on Chromium with the product's own core: bundle, worker thread, encrypted store and bridge together. */

let bed: ShellBed;
beforeAll(async () => {
  bed = await shellBed('real');
});
afterAll(() => bed.close());

const status = `nuanchuang.call({ id: 1, name: 'system.status', input: {} }).then((reply) => reply.envelope)`;

test('with a keyring the store is open at once; without, a passphrase is asked for', async () => {
  const keyed = await bed.launch();
  expect(await keyed.evaluate(status)).toMatchObject({
    ok: true,
    output: { vault: 'open', host: 'electron' },
  });
  const bare = await bed.launch({ keyring: 'none' });
  expect(await bare.evaluate(status)).toMatchObject({ ok: true, output: { vault: 'missing' } });
});

test('an unknown command and a call without a login are answered by the core, by code', async () => {
  const app = await bed.launch();
  const code = (name: string): Promise<unknown> =>
    app.evaluate(
      `nuanchuang.call({ id: 2, name: '${name}', input: {} }).then((reply) => reply.envelope.failure?.code)`,
    );
  expect(await code('no.such')).toBe('call.unknown');
  expect(await code('draft.list')).toBe('session.none');
});

test('quitting closes the store: it opens again with the same key', async () => {
  const userData = bed.freshUserData();
  for (let start = 0; start < 2; start += 1) {
    const app = await bed.launch({ userData });
    expect(await app.evaluate(status)).toMatchObject({ ok: true, output: { vault: 'open' } });
    await app.quit();
    expect(await app.exited).toBe(0);
    expect(app.log()).not.toContain('core.notClosed');
  }
});
