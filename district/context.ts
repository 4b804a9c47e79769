import type { OfflineVerifier } from '../contract/sync/accounts.ts';
import type { WorkCalendar } from '../domain/calendar/work-calendar.ts';
import type { DistrictConfig } from './config.ts';
import type { Database } from './db/database.ts';
import type { FileVault } from './files/file-vault.ts';
import type { DistrictLog } from './http/log.ts';
import type { Countersigner } from './secrets/signing-key.ts';
import type { DistrictIdentity } from './sync/identity.ts';

/** What every route works with. */
export interface DistrictContext {
  config: DistrictConfig;
  database: Database;
  files: FileVault;
  countersigner: Countersigner;
  /** Working days: everything is decided by it, and the stations get it signed. */
  calendar: WorkCalendar;
  identity: DistrictIdentity;
  /** Seals event bodies. */
  eventKey: Buffer;
  log: DistrictLog;
  now(): Date;
  /** Verifier of a password nobody has, for logins under unknown names. */
  nobody(): Promise<OfflineVerifier>;
}
