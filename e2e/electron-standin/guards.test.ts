import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StandinApp } from './launch.ts';
import { foreignSite, rawGet, shellBed, type ShellBed } from './shell-bed.ts';

/* Shell logic on Chromium: what is served, where the page may go, what it may ask the machine for. */

let bed: ShellBed;
let app: StandinApp;
let site: Awaited<ReturnType<typeof foreignSite>>;
beforeAll(async () => {
  bed = await shellBed();
  site = await foreignSite();
  app = await bed.launch();
});
afterAll(async () => {
  site.close();
  await bed.close();
});

const home = 'app://window/index.html';

describe('app://', () => {
  test.each([
    '/../../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/..%5c..%5cpackage.json',
    '/assets/../../main/main.js',
    '//etc/passwd',
    '/index.html%00.js',
    '/%',
    '/C:/Windows/win.ini',
    '/empty',
    '/nothing.js',
  ])('%s answers 404', async (path) => {
    const { status, body } = await rawGet(app.appPort, path);
    expect([status, body]).toEqual([404, 'not found']);
  });

  test('every answer carries the policy and the isolation headers', async () => {
    for (const [path, status] of [
      ['/', 200],
      ['/index.html', 200],
      ['/page.js', 200],
      ['/nothing.js', 404],
    ] as const) {
      const answer = await rawGet(app.appPort, path);
      expect(answer.status).toBe(status);
      expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
      expect(answer.headers['content-security-policy']).not.toMatch(/unsafe-inline|'unsafe-eval'|\*/);
      expect(answer.headers).toMatchObject({
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
      });
    }
    expect((await rawGet(app.appPort, '/index.html', 'POST')).status).toBe(405);
  });

  test('the page is isolated, runs WebAssembly, and so does its worker', async () => {
    expect(await app.evaluate('JSON.stringify(findings)')).toBe(
      JSON.stringify({ isolated: true, wasm: true, wasmRuns: true, node: false }),
    );
    const worker = `new Promise((tell, fail) => { const w = new Worker('./worker.js'); w.onmessage = (e) => tell(e.data.isolated); w.onerror = () => fail('blocked'); })`;
    expect(await app.evaluate(worker)).toBe(true);
  });

  test('only a style element with the nonce takes effect, a new nonce each time', async () => {
    expect(await app.evaluate('getComputedStyle(root).paddingTop + getComputedStyle(root).paddingLeft')).toBe(
      '7px0px',
    );
    const nonces = await Promise.all([rawGet(app.appPort, '/'), rawGet(app.appPort, '/')]);
    const found = nonces.map(({ body }) => /name="nonce" content="([^"]+)"/.exec(body)?.[1]);
    expect(found[0]).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(found[0]).not.toBe(found[1]);
  });

  test.each([
    [
      'an inline script',
      `const s = document.createElement('script'); s.textContent = 'globalThis.ran = 1'; document.body.append(s);`,
    ],
    ['eval', `try { globalThis.ran = (0, eval)('1'); } catch {}`],
    [
      'a foreign script',
      `const s = document.createElement('script'); s.src = 'SITE'; document.body.append(s);`,
    ],
    ['a foreign request', `await fetch('SITE').then(() => (globalThis.ran = 1), () => 0);`],
    [
      'a foreign form',
      `const f = document.createElement('form'); f.action = 'SITE'; document.body.append(f); f.submit();`,
    ],
    [
      'a foreign frame',
      `const f = document.createElement('iframe'); f.src = 'SITE'; document.body.append(f);`,
    ],
  ])('%s is stopped by the policy', async (_what, body) => {
    const before = site.hits.length;
    const script = `(async () => {
      let blocked = 0;
      addEventListener('securitypolicyviolation', () => (blocked += 1));
      ${body.replaceAll('SITE', site.url)}
      for (let i = 0; i < 100 && blocked === 0; i++) await new Promise((next) => setTimeout(next, 10));
      return blocked > 0 && globalThis.ran === undefined;
    })()`;
    expect(await app.evaluate(script)).toBe(true);
    expect(site.hits.length).toBe(before);
  });
});

describe('where the page may go', () => {
  test.each([
    ['location', `location.href = 'SITE'`],
    ['a link', `const a = document.createElement('a'); a.href = 'SITE'; document.body.append(a); a.click()`],
    ['replacing', `location.replace('SITE')`],
  ])('not away by %s', async (_what, body) => {
    const before = site.hits.length;
    const refused = (await app.describe()).refused.length;
    await app.evaluate(`${body.replaceAll('SITE', site.url)}; 0`);
    await expect.poll(async () => (await app.describe()).refused.length).toBe(refused + 1);
    expect((await app.describe()).refused.at(-1)).toBe(site.url);
    expect((await app.describe()).windows.map(({ url }) => url)).toEqual([home]);
    expect(site.hits.length).toBe(before);
  });

  test('reloading is allowed', async () => {
    await app.evaluate('globalThis.before = true; location.reload(); 0');
    await app.waitFor('globalThis.ready === true && globalThis.before === undefined');
  });

  test('no second window', async () => {
    expect(
      await app.evaluate(`window.open('${home.replace('app://window', 'http://window.app.localhost')}'); 1`),
    ).toBe(1);
    await app.evaluate(`window.open('${site.url}'); 0`);
    await expect
      .poll(async () => (await app.describe()).opened.map(({ action }) => action))
      .toEqual(['deny', 'deny']);
    expect((await app.describe()).windows).toHaveLength(1);
  });
});

describe('what the page may ask for', () => {
  const media = (what: string): string =>
    `navigator.mediaDevices.getUserMedia(${what}).then((s) => { s.getTracks().forEach((t) => t.stop()); return 'granted'; }, (e) => e.name)`;

  test('the camera, and neither microphone nor both', async () => {
    expect(await app.evaluate(media('{ video: true }'))).toBe('granted');
    expect(await app.evaluate(media('{ audio: true }'))).toBe('NotAllowedError');
    expect(await app.evaluate(media('{ video: true, audio: true }'))).toBe('NotAllowedError');
  });

  test.each([
    'microphone',
    'geolocation',
    'notifications',
    'midi',
    'clipboard-read',
    'local-fonts',
    'idle-detection',
  ])('not %s', async (name) => {
    expect(await app.evaluate(`navigator.permissions.query({ name: '${name}' }).then((p) => p.state)`)).toBe(
      'denied',
    );
  });

  test.each([
    ['HID', 'navigator.hid.requestDevice({ filters: [] })'],
    ['USB', 'navigator.usb.requestDevice({ filters: [] })'],
    ['serial', 'navigator.serial.requestPort()'],
    ['screen', 'navigator.mediaDevices.getDisplayMedia()'],
  ])('no %s device', async (_what, ask) => {
    expect(await app.evaluate(`${ask}.then(() => 'granted', (e) => e.name)`)).toMatch(
      /SecurityError|NotAllowedError|NotFoundError/,
    );
    const { deviceHandlers, sessionListeners } = await app.describe();
    expect(deviceHandlers).toEqual(expect.arrayContaining(['device', 'bluetooth', 'usbClasses', 'display']));
    expect(sessionListeners).toEqual(
      expect.arrayContaining(['select-hid-device', 'select-usb-device', 'select-serial-port']),
    );
  });

  test('a foreign page in our window gets no camera', async () => {
    const lost = await bed.launch();
    await lost.force(site.url);
    expect(await lost.evaluate(media('{ video: true }'))).toBe('NotAllowedError');
  });
});
