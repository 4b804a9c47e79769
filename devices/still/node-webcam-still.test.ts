import { existsSync } from 'node:fs';
import { chmod, copyFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { privateRoot } from '../process/private-dir.ts';
import { createNodeWebcamStill } from './node-webcam-still.ts';

/** Real node-webcam throughout. Without a camera real fswebcam shows the failure; small programs stand in for the rest. */
let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'still-test-'));
  const sample = fileURLToPath(new URL('../image/gradient.png', import.meta.url));
  await copyFile(sample, join(dir, 'gradient.png'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function program(name: string, script: string): Promise<string> {
  const file = join(dir, name);
  await writeFile(file, `#!/bin/sh\nfor last; do :; done\n${script}\n`);
  await chmod(file, 0o755);
  return file;
}
const leftovers = async () =>
  (await readdir(privateRoot())).filter((n) => n.includes(`private-${process.pid}-`));
const noDevice = { ok: false, failure: { code: 'still.noDevice' } };

it.skipIf(existsSync('/dev/video0'))('says noDevice where fswebcam itself says nothing', async () => {
  const camera = createNodeWebcamStill();
  expect(await camera.present()).toBe(false);
  expect(await camera.capture()).toEqual(noDevice);
  expect(await leftovers()).toEqual([]);
});

it('says noTool without the tool', async () => {
  const camera = createNodeWebcamStill({ program: join(dir, 'nothing-here') });
  expect(await camera.present()).toBe(false);
  expect(await camera.capture()).toEqual({ ok: false, failure: { code: 'still.noTool' } });
});

it('takes the picture the tool wrote, and removes it', async () => {
  const camera = createNodeWebcamStill({
    program: await program('writes', `cp ${dir}/gradient.png "$last"`),
  });
  const result = await camera.capture();
  expect(result.ok && [result.value.mime, result.value.width, result.value.height]).toEqual([
    'image/png',
    64,
    48,
  ]);
  expect(await leftovers()).toEqual([]);
});

it('says noDevice for half a picture, an error and a camera that never answers', async () => {
  const half = await program('half', `head -c 200 ${dir}/gradient.png > "$last"`);
  expect(await createNodeWebcamStill({ program: half }).capture()).toEqual(noDevice);
  expect(await createNodeWebcamStill({ program: await program('fails', 'exit 1') }).capture()).toEqual(
    noDevice,
  );
  const hangs = await program('hangs', 'exec sleep 600');
  expect(await createNodeWebcamStill({ program: hangs, timeoutSeconds: 0.1 }).capture()).toEqual(noDevice);
  expect(await leftovers()).toEqual([]);
});

it('lets nothing but plain names reach the shell', () => {
  expect(() => createNodeWebcamStill({ device: '/dev/video0; id' })).toThrow(TypeError);
  expect(() => createNodeWebcamStill({ program: 'fswebcam $(id)' })).toThrow(TypeError);
});
