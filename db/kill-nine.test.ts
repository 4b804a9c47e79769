import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { newId } from './testing/demo-records.ts';
import { inFolder } from './testing/station-fixture.ts';
import { openVault } from './vault.ts';

const ROUNDS = 6;
const KEY = Buffer.alloc(32, 9);
const writer = join(import.meta.dirname, 'testing', 'acknowledging-writer.ts');

/** Starts the writer, kills it with SIGKILL after `count` acknowledgements, and gives everything it acknowledged. */
async function killAfter(
  count: number,
  dataDir: string,
  stream: string,
): Promise<[id: string, digest: string][]> {
  const child = spawn(process.execPath, [writer, dataDir, KEY.toString('hex'), stream], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const told: [string, string][] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const [id, digest] = line.split(' ');
    if (id && digest?.length === 64) told.push([id, digest]);
    if (told.length === count) child.kill('SIGKILL');
  }
  const [, signal] = (await exited) as [number | null, string | null];
  expect(signal).toBe('SIGKILL');
  return told;
}

it('loses nothing acknowledged when the process is killed in the middle of writing', async () => {
  await inFolder(async (dataDir) => {
    const stream = newId();
    const told: [string, string][] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      told.push(...(await killAfter(1 + round * round * 7, dataDir, stream)));
      const vault = openVault({ dataDir });
      await vault.openWithKey(KEY);
      const { store, files } = vault.opened();
      for (const [id, digest] of told) {
        expect((await store.read.draft(id))?.id).toBe(id);
        expect(await store.read.setting(id)).toBe(digest);
        expect(Buffer.from((await files.get(digest)) ?? []).toString()).toBe(`page of ${id}`);
      }
      const events = await store.read.stream(stream);
      expect(events.length).toBeGreaterThanOrEqual(told.length);
      // Whole transactions only: the counter taken in each is the version of its event.
      expect(events.map((event) => event.version)).toEqual(events.map((_, i) => i + 1));
      await vault.close();
    }
    expect(told.length).toBeGreaterThan(300);
  });
});
