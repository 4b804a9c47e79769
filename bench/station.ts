import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CommandName, CoreHost, InputOf, OutputOf } from '../contract/index.ts';
import { startCuttableProxy, type CuttableProxy } from '../e2e/hosts/cuttable-proxy.ts';
import { startJsonProcess } from '../e2e/hosts/json-process.ts';
import { startStation } from '../station/start-station.ts';

export interface BenchStation {
  dir: string;
  wire: CuttableProxy;
  must<N extends CommandName>(name: N, input: InputOf<N>, binary?: Uint8Array): Promise<OutputOf<N>>;
  /** Resolves once nothing waits for the district any more. */
  drained(): Promise<void>;
  close(): Promise<void>;
}

/** A real station in its worker on a real district server, logged in as the demo's window clerk. */
export async function startBenchStation(): Promise<BenchStation> {
  const dir = await mkdtemp(path.join(tmpdir(), 'nuanchuang-bench-'));
  const district = startJsonProcess('district/start.ts', {
    DISTRICT_DATA: path.join(dir, 'district'),
    DISTRICT_PORT: '0',
    DISTRICT_WITH_PARENT: '1',
  });
  const wire = await startCuttableProxy(String((await district.message('listening'))['listening']));
  const host = {
    kind: 'memory' as const,
    reason: 'bench',
    version: '0.0.0',
    mode: 'window' as const,
    fontsOk: true,
  };
  const core = await startStation({
    dataDir: path.join(dir, 'station'),
    resourcesDir: path.resolve(import.meta.dirname, '..', 'assets'),
    districtUrl: wire.url,
    idReaderUrl: null,
    deviceName: 'bench',
    host,
    key: null,
  });
  const must = caller(core);
  await must('vault.create', { passphrase: 'bench-passphrase' });
  const { accounts } = await must('setup.loadDemo', {});
  const clerk = accounts.find((account) => account.role === 'windowClerk');
  if (!clerk) throw new Error('the demo has no window clerk');
  await must('session.login', { username: clerk.username, password: clerk.password });
  return {
    dir,
    wire,
    must,
    drained: () => drained(core, must),
    close: async () => {
      await core.close();
      await wire.close();
      await district.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

function caller(core: CoreHost): BenchStation['must'] {
  let id = 0;
  return async (name, input, binary) => {
    id += 1;
    const call = { envelope: { id, name, input }, ...(binary ? { binary } : {}) };
    const { envelope } = await core.call('bench', call);
    if (!envelope.ok) throw new Error(`${name}: ${envelope.failure.code}`);
    return envelope.output as OutputOf<typeof name>;
  };
}

/** Looks again at each piece of news and twenty times a second, since the last news may come before we listen. */
async function drained(core: CoreHost, must: BenchStation['must']): Promise<void> {
  for (;;) {
    const { summary } = await must('outbox.list', {});
    if (summary.attention > 0) throw new Error('a record needs attention');
    if (summary.waiting === 0) return;
    await new Promise<void>((resolve) => {
      const stop = core.onNews(() => {
        done();
      });
      const timer = setTimeout(() => {
        done();
      }, 50);
      const done = (): void => {
        clearTimeout(timer);
        stop();
        resolve();
      };
    });
  }
}
