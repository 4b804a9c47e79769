import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';

const root = resolve(import.meta.dirname, '..', '..');
const Listening = z.object({ listening: z.url() });

/** The district server as its own process, on a data folder of its own. */
export async function startRealDistrict(
  settings: Record<string, string> = {},
): Promise<{ url: string; close(): Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'district-'));
  const env = {
    ...process.env,
    DISTRICT_DATA: dataDir,
    DISTRICT_PORT: '0',
    DISTRICT_WITH_PARENT: '1',
    ...settings,
  };
  const child = spawn(process.execPath, ['district/start.ts'], {
    cwd: root,
    env,
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return {
    url: Listening.parse(JSON.parse(line)).listening,
    close: async () => {
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
