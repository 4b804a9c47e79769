import type { OfflineVerifier } from '../contract/sync/accounts.ts';
import type { DistrictConfig } from './config.ts';
import type { Database } from './db/database.ts';
import type { FileVault } from './files/file-vault.ts';
import type { DistrictLog } from './http/log.ts';
import type { Countersigner } from './secrets/signing-key.ts';

/** What every route works with. */
export interface DistrictContext {
  config: DistrictConfig;
  database: Database;
  files: FileVault;
  countersigner: Countersigner;
  /** Seals event bodies. */
  eventKey: Buffer;
  log: DistrictLog;
  now(): Date;
  /** Verifier of a password nobody has, for logins under unknown names. */
  nobody(): Promise<OfflineVerifier>;
}
