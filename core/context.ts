import type { CoreNews } from '../contract/envelope.ts';
import type { SyncSummary } from '../contract/views.ts';
import { shanghaiDate, type IsoDate } from '../domain/values/iso-date.ts';
import { makeUuid } from '../domain/values/uuid.ts';
import type { Ports } from './ports/ports.ts';
import type { FileArchive, Store } from './ports/store.ts';
import type { Sessions } from './session/sessions.ts';
import type { AttemptLimit } from './progress/attempt-limit.ts';

/** What handlers may ask of the background sync. */
export interface SyncControl {
  /** New work or a new login: look at the queue now. Never throws. */
  wake(): void;
  summary(): Promise<SyncSummary>;
  /** Whether the district has no account at all yet; null while it has not been reached. */
  districtEmpty(): Promise<boolean | null>;
  forgetDistrict(): void;
}

/** Everything a handler works with. */
export interface CoreContext {
  ports: Ports;
  sessions: Sessions;
  sync: SyncControl;
  progressLimit: AttemptLimit;
  tell(news: CoreNews): void;
}

/** The opened store; throws `VaultLocked`, which the dispatcher answers as `vault.locked`. */
export const storeOf = (core: { ports: Ports }): Store => core.ports.vault.opened().store;
export const filesOf = (core: { ports: Ports }): FileArchive => core.ports.vault.opened().files;

export const nowIso = (ports: Ports): string => ports.now().toISOString();
export const today = (ports: Ports): IsoDate => shanghaiDate(nowIso(ports));
export const newId = (ports: Ports): string => makeUuid(ports.now().getTime(), ports.randomBytes(10));
