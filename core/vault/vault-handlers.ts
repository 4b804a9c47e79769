import { useInstalledCalendar } from '../calendar/installed-calendar.ts';
import { newId, storeOf, type CoreContext } from '../context.ts';
import { done, refuse, type HandlersOf } from '../handler.ts';
import { VaultDamaged, VaultWrongPassphrase } from '../ports/store.ts';
import { ensureDevice } from '../system/device.ts';
import { databaseFailure } from './database-failure.ts';

/** Below this a passphrase can be tried out from a stolen disk, whatever the key derivation costs. */
const minPassphrase = 8;

export const vaultHandlers: HandlersOf<'vault.create' | 'vault.unlock'> = {
  async 'vault.create'({ input }, core) {
    if ((await core.ports.vault.status()) !== 'missing') return refuse('vault.exists', {});
    if ([...input.passphrase].length < minPassphrase)
      return refuse('vault.weakPassphrase', { minLength: minPassphrase });
    await core.ports.vault.create(input.passphrase);
    await opened(core);
    return done({});
  },

  async 'vault.unlock'({ input }, core) {
    try {
      const status = await core.ports.vault.status();
      if (status === 'missing') return refuse('vault.missing', {});
      if (status === 'open') return done({});
      await core.ports.vault.unlock(input.passphrase);
    } catch (error) {
      if (error instanceof VaultWrongPassphrase) return refuse('vault.wrongPassphrase', {});
      if (error instanceof VaultDamaged) return refuse('vault.damaged', {});
      const failure = databaseFailure(error);
      if (failure) return failure;
      throw error;
    }
    await opened(core);
    return done({});
  },
};

async function opened(core: CoreContext): Promise<void> {
  await ensureDevice(storeOf(core), () => newId(core.ports));
  await useInstalledCalendar(core.ports, storeOf(core));
  core.sync.wake();
}
