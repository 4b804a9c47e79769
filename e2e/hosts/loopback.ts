import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startIdReaderSimulator, type IdReaderSimulator } from '../../devices/id-reader/simulator.ts';
import { makeTestScannerConfig } from '../../devices/scanner/test-scanner.ts';
import { startCuttableProxy, type CuttableProxy } from './cuttable-proxy.ts';
import { startJsonProcess, type JsonProcess } from './json-process.ts';

/** The whole product on one machine: district server, wire, card reader, scanner, station with its loopback host. */
export interface RunningApp {
  kind: 'loopback';
  /** Opens the page once; ask again for another browser session. */
  address: string;
  reader: IdReaderSimulator;
  wire: CuttableProxy;
  districtUrl: string;
  /** kill -9 of the station's process, then a new one on the same data; answers the new address. */
  killAndRestart(): Promise<string>;
  close(): Promise<void>;
}

export async function startLoopbackApp(options: { dataDir?: string } = {}): Promise<RunningApp> {
  const dataDir = options.dataDir ?? mkdtempSync(path.join(tmpdir(), 'nuanchuang-e2e-'));
  const district = startJsonProcess('district/start.ts', {
    DISTRICT_DATA: path.join(dataDir, 'district'),
    DISTRICT_PORT: '0',
    DISTRICT_WITH_PARENT: '1',
  });
  const districtUrl = String((await district.message('listening'))['listening']);
  const wire = await startCuttableProxy(districtUrl);
  const reader = await startIdReaderSimulator({ port: 0 });
  const scanner = await makeTestScannerConfig(path.join(dataDir, 'sane'));
  const startStation = (): JsonProcess =>
    startJsonProcess('loopback/serve.ts', {
      NUANCHUANG_DATA: path.join(dataDir, 'station'),
      NUANCHUANG_DISTRICT: wire.url,
      NUANCHUANG_ID_READER: reader.url,
      NUANCHUANG_WINDOW: 'none',
      NUANCHUANG_HOST_REASON: 'test',
      ...scanner.env,
    });
  let station = startStation();
  const addressOf = async (): Promise<string> => String((await station.message('address'))['address']);
  return {
    kind: 'loopback',
    address: await addressOf(),
    reader,
    wire,
    districtUrl,
    killAndRestart: async () => {
      await station.kill();
      station = startStation();
      return addressOf();
    },
    close: async () => {
      await station.stop();
      await wire.close();
      await reader.close();
      await district.stop();
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
