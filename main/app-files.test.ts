import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAppHandler } from './app-files.ts';

let folder: string;
let handler: ReturnType<typeof createAppHandler>;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'app-files-'));
  const page = path.join(folder, 'renderer');
  mkdirSync(path.join(page, 'assets'), { recursive: true });
  writeFileSync(path.join(page, 'index.html'), '<head><meta name="nonce" content="" /></head>');
  writeFileSync(path.join(page, 'plain.html'), '<html><head><title>x</title></head></html>');
  writeFileSync(path.join(page, 'assets', 'a b.js'), 'export {}');
  writeFileSync(path.join(page, 'assets', 'm.wasm'), new Uint8Array([0, 97, 115, 109]));
  writeFileSync(path.join(page, '.env'), 'secret');
  writeFileSync(path.join(page, 'notes.md'), 'not part of the page');
  writeFileSync(path.join(folder, 'secret.json'), '{}');
  writeFileSync(path.join(folder, 'renderer-other.js'), 'beside, with the same beginning');
  symlinkSync(path.join(folder, 'secret.json'), path.join(page, 'link.json'));
  handler = createAppHandler(page);
});
afterAll(() => rmSync(folder, { recursive: true }));

const get = (url: string, method = 'GET'): Promise<Response> => handler(new Request(url, { method }));

test.each([
  ['app://window/', 'text/html; charset=utf-8'],
  ['app://window/index.html?x=1', 'text/html; charset=utf-8'],
  ['app://window/assets/a%20b.js', 'text/javascript; charset=utf-8'],
  ['app://window/assets/m.wasm', 'application/wasm'],
])('%s is served as %s', async (url, type) => {
  const answer = await get(url);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
});

test.each([
  'app://window/../secret.json',
  'app://window/..%2fsecret.json',
  'app://window/assets/..%2f..%2fsecret.json',
  'app://window/%2e%2e%2fsecret.json',
  'app://window/..%5csecret.json',
  'app://window/..%2frenderer-other.js',
  'app://window/index.html%00',
  'app://window/%E0%A4%A',
  'app://window/link.json',
  'app://window/.env',
  'app://window/notes.md',
  'app://window/assets',
  'app://window/missing.js',
  'app://other/index.html',
])('%s answers 404', async (url) => {
  const answer = await get(url);
  expect([answer.status, await answer.text()]).toEqual([404, 'not found']);
});

test('reading is all that can be asked', async () => {
  expect((await get('app://window/index.html', 'POST')).status).toBe(405);
  expect((await get('app://window/index.html', 'HEAD')).status).toBe(200);
});

test('every kind of answer carries policy and isolation, the page a nonce of its own', async () => {
  for (const [url, method] of [
    ['/', 'GET'],
    ['/assets/m.wasm', 'GET'],
    ['/missing', 'GET'],
    ['/', 'POST'],
  ] as const) {
    const { headers } = await get(`app://window${url}`, method);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/,
    );
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe-inline|'unsafe-eval'|http/);
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
  const [first, second] = [await get('app://window/'), await get('app://window/')];
  const nonce = /content="([^"]+)"/.exec(await first.text())?.[1] ?? 'none';
  expect(first.headers.get('content-security-policy')).toContain(`style-src 'self' 'nonce-${nonce}'`);
  expect(second.headers.get('content-security-policy')).not.toContain(nonce);
});

test.each(['index.html', 'plain.html'])('%s gets exactly one nonce, placeholder or not', async (name) => {
  const text = await (await get(`app://window/${name}`)).text();
  expect(text.match(/<meta name="nonce" content="[^"]{24}" \/>/g)).toHaveLength(1);
  expect(text).not.toContain('content=""');
});
