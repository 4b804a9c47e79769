import { existsSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sweepPrivateDirs, withPrivateDir } from './private-dir.ts';

let root: string;
beforeAll(async () => (root = await mkdtemp(join(tmpdir(), 'private-test-'))));
afterAll(() => rm(root, { recursive: true, force: true }));

it('is readable by this user alone and gone after an error', async () => {
  let seen = '';
  const failing = withPrivateDir(async (dir) => {
    seen = dir;
    expect(statSync(dir).mode & 0o777).toBe(0o700);
    await writeFile(join(dir, 'page.png'), 'x');
    throw new Error('on purpose');
  }, root);
  await expect(failing).rejects.toThrow('on purpose');
  expect(existsSync(seen)).toBe(false);
});

it('sweeps what a killed process left, not what a running one uses', async () => {
  const dead = spawnSync('true').pid;
  const left = join(root, `nuanchuang-private-${dead}-abc`);
  const used = join(root, `nuanchuang-private-${process.pid}-abc`);
  const other = join(root, 'somebody-else');
  await Promise.all([left, used, other].map((dir) => mkdir(dir)));
  await sweepPrivateDirs(root);
  expect([left, used, other].map((dir) => existsSync(dir))).toEqual([false, true, true]);
});
