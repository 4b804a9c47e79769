import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { makeVerifier } from './accounts/password.ts';
import { districtConfig, type DistrictConfig } from './config.ts';
import type { DistrictContext } from './context.ts';
import { openDatabase, type Database } from './db/database.ts';
import { openFileVault } from './files/file-vault.ts';
import { silentLog, type DistrictLog } from './http/log.ts';
import { openMasterKey, type MasterKey } from './secrets/master-key.ts';
import { openCountersigner } from './secrets/signing-key.ts';
import { openIdentity } from './sync/identity.ts';

export interface ContextParts {
  log?: DistrictLog;
  now?: () => Date;
}

/** Opens the data of a district without listening; whoever opens it closes its database. Throws when it cannot be opened. */
export async function openContext(
  given: Partial<DistrictConfig> & { dataDir: string },
  parts: ContextParts = {},
): Promise<{ context: DistrictContext; master: MasterKey }> {
  const config = districtConfig(given);
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  const master = await openMasterKey(config.keyFile);
  const database = await openDatabase(
    config.databaseUrl
      ? { kind: 'postgres', url: config.databaseUrl }
      : { kind: 'embedded', file: join(config.dataDir, 'district.db'), key: master.derive('database') },
  );
  try {
    return { context: await contextOn(config, database, master, parts), master };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function contextOn(
  config: DistrictConfig,
  database: Database,
  master: MasterKey,
  { log = silentLog, now = () => new Date() }: ContextParts,
): Promise<DistrictContext> {
  const fileKeys = { bytes: master.derive('files'), names: master.derive('file-names') };
  const files = await openFileVault(join(config.dataDir, 'files'), fileKeys);
  const countersigner = await openCountersigner(database, master.derive('settings'));
  const identity = await openIdentity(database, now());
  const stranger = makeVerifier('nobody has this password', config.passwordCost);
  const eventKey = master.derive('events');
  const { calendar } = config;
  const own = { countersigner, identity, calendar, eventKey };
  return { config, database, files, ...own, log, now, nobody: () => stranger };
}
