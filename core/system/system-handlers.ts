import { today } from '../context.ts';
import { done, passOn, refuse, type HandlersOf } from '../handler.ts';
import type { Vault } from '../ports/store.ts';
import { databaseFailure } from '../vault/database-failure.ts';
import { preflight } from './preflight.ts';

const notYet = { online: false, waiting: 0, attention: 0, lastSyncAt: null, clockAheadMinutes: null };

export const systemHandlers: HandlersOf<
  'system.status' | 'system.preflight' | 'setup.loadDemo' | 'places.list'
> = {
  async 'system.status'({ session }, core) {
    const { host, vault, calendar } = core.ports;
    const state = await vaultState(vault);
    if (typeof state !== 'string') return state;
    return done({
      host: host.kind,
      hostReason: host.reason,
      version: host.version,
      mode: host.mode,
      vault: state,
      today: today(core.ports),
      calendarThrough: Math.max(0, ...Object.keys(calendar).map(Number)),
      calendar,
      setupNeeded: (await core.sync.districtEmpty()) === true,
      sync: state === 'open' ? await core.sync.summary() : notYet,
      account: session?.account ?? null,
    });
  },

  async 'system.preflight'(_call, core) {
    return done({ parts: await preflight(core) });
  },

  async 'setup.loadDemo'(_call, core) {
    const status = await core.ports.district.status();
    if (!status.ok) return passOn('setup.loadDemo', reachable(status.failure));
    if (status.value.accounts > 0) return refuse('setup.done', {});
    const demo = await core.ports.district.loadDemo();
    if (!demo.ok) return passOn('setup.loadDemo', reachable(demo.failure));
    core.sync.forgetDistrict();
    return done({ accounts: demo.value.accounts });
  },

  async 'places.list'(_call, core) {
    const towns = core.ports.places.map(({ code, name, villages }) => ({
      code,
      name,
      villages: villages.map((village) => ({ code: village.code, name: village.name })),
    }));
    return done({ towns });
  },
};

async function vaultState(vault: Vault) {
  try {
    return await vault.status();
  } catch (error) {
    const failure = databaseFailure(error);
    if (failure) return failure;
    throw error;
  }
}

/** Setup knows no certificate failure of its own: a server not to be trusted is one that cannot be reached. */
const reachable = (failure: { code: string; data?: Record<string, unknown> }) =>
  failure.code === 'district.certificate' ? { code: 'district.unreachable' } : failure;
