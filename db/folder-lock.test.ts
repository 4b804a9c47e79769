import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FolderInUse, lockFolder } from './folder-lock.ts';

let folder: string;
const children: ChildProcess[] = [];
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'folder-lock-'))));
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

async function holder(): Promise<{ child: ChildProcess; said: string }> {
  const script = new URL('./testing/hold-folder.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [script, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, said: line.toString().trim() };
}

it('belongs to one process at a time, and is free at once when that one is killed', async () => {
  const first = await holder();
  expect(first.said).toBe('held');
  expect((await holder()).said).toBe('FolderInUse');
  await expect(lockFolder(folder, 0)).rejects.toBeInstanceOf(FolderInUse);
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  (await lockFolder(folder, 0)).release();
});

it('waits for one that is just closing', async () => {
  const { child, said } = await holder();
  expect(said).toBe('held');
  child.stdin?.end();
  (await lockFolder(folder)).release();
});

it('is not given twice within one process either, and can be taken again', async () => {
  const lock = await lockFolder(folder, 0);
  await expect(lockFolder(folder, 0)).rejects.toBeInstanceOf(FolderInUse);
  lock.release();
  (await lockFolder(folder, 0)).release();
});
