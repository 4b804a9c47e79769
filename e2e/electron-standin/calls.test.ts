import { afterAll, beforeAll, expect, test } from 'vitest';
import { callOverBridge } from './call-over-bridge.ts';
import type { StandinApp } from './launch.ts';
import { foreignSite, shellBed, type ShellBed } from './shell-bed.ts';

/* Shell logic on Chromium: who may call the core, and what passes the bridge. */

let bed: ShellBed;
let app: StandinApp;
beforeAll(async () => {
  bed = await shellBed();
  app = await bed.launch();
});
afterAll(() => bed.close());

const inPage = async (body: string, target = app): Promise<unknown> =>
  JSON.parse(
    (await target.evaluate(`(async () => JSON.stringify(await (async () => { ${body} })()))()`)) as string,
  );

test('the page sees two functions and nothing of Electron or Node', async () => {
  const seen = await inPage(`return {
    keys: Object.keys(nuanchuang), frozen: Object.isFrozen(nuanchuang), node: findings.node,
    electron: ['ipcRenderer', 'electron', 'standinEmit', '__standinCall', 'require', 'process'].filter((name) => name in globalThis),
  }`);
  expect(seen).toEqual({ keys: ['call', 'onNews'], frozen: true, node: false, electron: [] });
});

test('a call goes to the core and back with bytes both ways', async () => {
  const seen = await inPage(`
    const sent = Uint8Array.from({ length: 1_000_000 }, (_, i) => (i * 7) % 251);
    const { envelope, binary } = await nuanchuang.call({ id: 5, name: 'test.echo', input: { text: '䶮·𬭸', list: [1, null] } }, sent);
    return { envelope, bytes: binary instanceof Uint8Array, length: binary.length, flipped: binary.every((byte, i) => byte === (sent[i] ^ 255)) };
  `);
  const output = { clientId: 'window-1', name: 'test.echo', input: { text: '䶮·𬭸', list: [1, null] } };
  expect(seen).toEqual({
    envelope: { id: 5, ok: true, output },
    bytes: true,
    length: 1_000_000,
    flipped: true,
  });
});

test.each([
  [
    'an envelope with more in it',
    `{ id: 1, name: 'test.echo', input: {}, admin: true }`,
    'undefined',
    'call.malformed',
  ],
  ['no envelope', `'hello'`, 'undefined', 'call.malformed'],
  ['a number that is none', `{ id: -1, name: 'test.echo', input: {} }`, 'undefined', 'call.malformed'],
  ['bytes that are none', `{ id: 1, name: 'test.echo', input: {} }`, `[1, 2, 3]`, 'call.malformed'],
  [
    'an input beyond the limit',
    `{ id: 1, name: 'test.echo', input: 'x'.repeat(4 * 1024 * 1024) }`,
    'undefined',
    'call.tooLarge',
  ],
  [
    'bytes beyond the limit',
    `{ id: 1, name: 'test.echo', input: {} }`,
    `new Uint8Array(32 * 1024 * 1024 + 1)`,
    'call.tooLarge',
  ],
])('%s is answered without the core', async (_what, envelope, binary, code) => {
  const seen = await inPage(`return (await nuanchuang.call(${envelope}, ${binary})).envelope`);
  expect(seen).toMatchObject({ ok: false, failure: { code } });
});

test('a suite can call the core over the bridge', async () => {
  const reply = await callOverBridge(app, {
    envelope: { id: 9, name: 'test.echo', input: [] },
    binary: Uint8Array.of(0, 200),
  });
  expect(reply).toEqual({
    envelope: { id: 9, ok: true, output: { clientId: 'window-1', name: 'test.echo', input: [] } },
    binary: Uint8Array.of(255, 55),
  });
});

test('news reach the page until it stops listening', async () => {
  await app.evaluate(
    `globalThis.heard = []; globalThis.stop = nuanchuang.onNews((news) => heard.push(news)); 0`,
  );
  await app.evaluate(`nuanchuang.call({ id: 1, name: 'test.news', input: {} }).then(() => 0)`);
  await app.waitFor('heard.length === 1');
  expect(await inPage('return heard')).toEqual([{ type: 'sync.changed' }]);
  await app.evaluate(`stop(); globalThis.more = []; nuanchuang.onNews((news) => more.push(news)); 0`);
  await app.evaluate(`nuanchuang.call({ id: 2, name: 'test.news', input: {} }).then(() => 0)`);
  await app.waitFor('more.length === 1');
  expect(await inPage('return heard.length')).toBe(1);
});

test('the key comes from the keyring, and the same one after a restart', async () => {
  const userData = bed.freshUserData();
  const ask = `return (await nuanchuang.call({ id: 1, name: 'test.options', input: {} })).envelope.output`;
  const first = await bed.launch({ userData });
  expect(await inPage(ask, first)).toMatchObject({ key: 44, host: { kind: 'electron', mode: 'window' } });
  await first.close();
  expect(await inPage(ask, await bed.launch({ userData }))).toMatchObject({ key: 44 });
});

test.each(['basic_text', 'none'] as const)(
  'with keyring "%s" there is no key, so a passphrase has to guard',
  async (keyring) => {
    const one = await bed.launch({ keyring });
    const ask = `return (await nuanchuang.call({ id: 1, name: 'test.options', input: {} })).envelope.output`;
    expect(await inPage(ask, one)).toMatchObject({ key: null });
  },
);

test('a frame in our own page may not call, even with the bridge in its hands', async () => {
  const hostile = await bed.launch({ hostileFrames: true });
  const seen = await inPage(
    `
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const call = frame.contentWindow.nuanchuang?.call;
    if (!call) return 'no bridge in the frame: the test proves nothing';
    return call({ id: 1, name: 'test.echo', input: {} }).then(() => 'answered', (cause) => cause.message);
  `,
    hostile,
  );
  expect(seen).toContain('call.refused');
  expect(
    await inPage(
      `return (await nuanchuang.call({ id: 1, name: 'test.echo', input: {} })).envelope.ok`,
      hostile,
    ),
  ).toBe(true);
});

test('a foreign page in our window may not call and hears no news', async () => {
  const site = await foreignSite();
  const lost = await bed.launch();
  await lost.force(site.url);
  const seen = await inPage(
    `return nuanchuang.call({ id: 1, name: 'test.echo', input: {} }).then(() => 'answered', (cause) => cause.message)`,
    lost,
  );
  expect(seen).toContain('call.refused');
  site.close();
});
