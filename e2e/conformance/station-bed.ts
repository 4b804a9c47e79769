import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCore } from '../../core/create-core.ts';
import type { Call, CoreHost } from '../../contract/envelope.ts';
import { buildPorts } from '../../station/build-ports.ts';
import { StationOptions } from '../../station/config.ts';
import { startStation } from '../../station/start-station.ts';
import { testStation } from '../../station/testing/host-client.ts';
import { startRealDistrict } from '../../station/testing/real-district.ts';
import type { ConformanceBed, ConformanceClient } from './bed.ts';

export interface StationBed {
  core: CoreHost;
  close(): Promise<void>;
}

/** A real station, its core in this thread or in its worker, against a real district server of its own. */
export async function stationBed(where: 'here' | 'worker'): Promise<StationBed> {
  const district = await startRealDistrict();
  const dataDir = await mkdtemp(join(tmpdir(), 'conformance-'));
  const options = testStation(dataDir, district.url);
  const core =
    where === 'worker' ? await startStation(options) : await inThisThread(StationOptions.parse(options));
  return {
    core,
    close: async () => {
      await core.close();
      await district.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function inThisThread(options: StationOptions): Promise<CoreHost> {
  const core = createCore(await buildPorts(options));
  core.start();
  return {
    call: (clientId, call) => core.dispatch(clientId, call),
    onNews: (listener) => core.onNews(listener),
    close: () => core.close(),
  };
}

/** Clients that call the host directly: the shortest transport there is. */
export function directBed({ core, close }: StationBed): ConformanceBed {
  let count = 0;
  return {
    close,
    connect: async (): Promise<ConformanceClient> => {
      count += 1;
      const clientId = `client ${count}`;
      return {
        // The suite sends on purpose what no typed caller could.
        call: (envelope, binary) =>
          core.call(clientId, { envelope: envelope as Call['envelope'], ...(binary ? { binary } : {}) }),
        onNews: (listener) => core.onNews(listener),
      };
    },
  };
}
