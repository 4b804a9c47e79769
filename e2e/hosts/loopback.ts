import { startJsonProcess, type JsonProcess } from './json-process.ts';
import { startSurroundings, type Surroundings } from './surroundings.ts';

/** The whole product on one machine: the surroundings and a station with its loopback host, without a window. */
export interface RunningApp extends Omit<Surroundings, 'env'> {
  kind: 'loopback';
  /** Opens the page once. */
  address: string;
  /** kill -9 of the station's process, then a new one on the same data; answers the new address. */
  killAndRestart(): Promise<string>;
}

/** The loopback host in its process; `address` opens the page once. */
export async function startLoopbackHost(
  env: Record<string, string>,
): Promise<{ address: string; process: JsonProcess }> {
  const station = startJsonProcess('loopback/serve.ts', { ...env, NUANCHUANG_WINDOW: 'none' });
  return { address: String((await station.message('address'))['address']), process: station };
}

export async function startLoopbackApp(options: { dataDir?: string } = {}): Promise<RunningApp> {
  const { env, ...surroundings } = await startSurroundings(options);
  let host = await startLoopbackHost(env).catch(async (error: unknown) => {
    await surroundings.close();
    throw error;
  });
  return {
    ...surroundings,
    kind: 'loopback',
    address: host.address,
    killAndRestart: async () => {
      await host.process.kill();
      host = await startLoopbackHost(env);
      return host.address;
    },
    close: async () => {
      await host.process.stop();
      await surroundings.close();
    },
  };
}
