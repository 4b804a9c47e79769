import type { Vault } from '../core/ports/store.ts';
import type { DeviceVault } from '../db/vault.ts';

/**
 * A vault whose key the operating system keeps is opened at the start. When that fails (a newer database, another key), every
 * question for its state answers with the reason, so that the page can say it.
 */
export async function openByKey(vault: DeviceVault, key: string | null): Promise<Vault> {
  if (key === null) return vault;
  try {
    await vault.openWithKey(Buffer.from(key, 'base64'));
    return vault;
  } catch (error) {
    return {
      status: () => Promise.reject(error as Error),
      create: (passphrase) => vault.create(passphrase),
      unlock: (passphrase) => vault.unlock(passphrase),
      opened: () => vault.opened(),
      close: () => vault.close(),
    };
  }
}
