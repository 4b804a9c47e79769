import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createJsonLog } from './json-log.ts';

let dir: string;
beforeEach(() => void (dir = mkdtempSync(join(tmpdir(), 'log-'))));
afterEach(() => rmSync(dir, { recursive: true }));

it('writes an error by kind, code and place, never its message', () => {
  const log = createJsonLog(dir, 'core');
  log.error(
    'sync.failed',
    { outboxId: 'x' },
    Object.assign(new TypeError('张示例 500107'), { code: 'ECONNRESET' }),
  );
  log.info('core.started');
  const [first, second] = readFileSync(join(dir, 'core.log'), 'utf8').trim().split('\n');
  expect(JSON.parse(first ?? '')).toMatchObject({
    code: 'sync.failed',
    outboxId: 'x',
    kind: 'TypeError',
    errorCode: 'ECONNRESET',
  });
  expect(first).toContain('json-log.test.ts');
  expect(first).not.toContain('张示例');
  expect(JSON.parse(second ?? '')).toMatchObject({ code: 'core.started' });
  expect(statSync(join(dir, 'core.log')).mode & 0o077).toBe(0);
});

it('starts a new file at its size and keeps five old ones', () => {
  const log = createJsonLog(dir, 'core', 400);
  for (let i = 0; i < 100; i += 1) log.info('test.line', { i });
  const names = readdirSync(dir).toSorted();
  expect(names).toEqual(['core.log', 'core.log.1', 'core.log.2', 'core.log.3', 'core.log.4', 'core.log.5']);
  expect(readFileSync(join(dir, 'core.log.1'), 'utf8')).toContain('"code":"test.line"');
  expect(names.every((name) => statSync(join(dir, name)).size < 800)).toBe(true);
});
