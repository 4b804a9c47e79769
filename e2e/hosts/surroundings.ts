import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startIdReaderSimulator, type IdReaderSimulator } from '../../devices/id-reader/simulator.ts';
import { makeTestScannerConfig } from '../../devices/scanner/test-scanner.ts';
import { startCuttableProxy, type CuttableProxy } from './cuttable-proxy.ts';
import { startJsonProcess } from './json-process.ts';

/** What stands around a station: the district server in its process, the wire to it, a card reader, a scanner. */
export interface Surroundings {
  dataDir: string;
  reader: IdReaderSimulator;
  wire: CuttableProxy;
  districtUrl: string;
  /** What a host is told of it all. */
  env: Record<string, string>;
  close(): Promise<void>;
}

export async function startSurroundings(options: { dataDir?: string } = {}): Promise<Surroundings> {
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
  return {
    ...{ dataDir, reader, wire, districtUrl },
    env: {
      NUANCHUANG_DATA: path.join(dataDir, 'station'),
      NUANCHUANG_DISTRICT: wire.url,
      NUANCHUANG_ID_READER: reader.url,
      NUANCHUANG_HOST_REASON: 'test',
      ...scanner.env,
    },
    close: async () => {
      await wire.close();
      await reader.close();
      await district.stop();
      if (!options.dataDir) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
