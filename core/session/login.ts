import type { FailureOf } from '../../contract/failures.ts';
import type { LoginReply } from '../../contract/sync/accounts.ts';
import type { Account } from '../../contract/views.ts';
import { useInstalledCalendar } from '../calendar/installed-calendar.ts';
import { newId, nowIso, storeOf, type CoreContext } from '../context.ts';
import { within } from '../within.ts';
import { fail } from '../../domain/values/result.ts';
import { done, passOn, refuse, type Handler } from '../handler.ts';
import type { AccountRow } from '../ports/store.ts';
import { deviceCode, deviceId, ensureDevice } from '../system/device.ts';
import { clearAttempts, reserveAttempt } from './lockout.ts';
import { offlineLogin } from './offline-login.ts';
import { claimTown, rememberLogin } from './remember-login.ts';

const patienceMs = 5_000;

/**
 * Asks the district first; without it, the verifier of the last login online decides. Each try is counted before the password
 * is looked at, in the database, so neither a restart nor pulling the cable gives more tries.
 */
export const login: Handler<'session.login'> = async ({ clientId, input }, core) => {
  const store = storeOf(core);
  const known = await store.read.account(input.username);
  if (known) {
    const reserved = await reserveAttempt(store, input.username, core.ports.now());
    if (!reserved.ok) return reserved;
  }
  await ensureDevice(store, () => newId(core.ports));
  // A station whose key the machine keeps is open before anybody unlocks it.
  await useInstalledCalendar(core.ports, store);
  const device = await deviceId(store.read);
  const name = deviceCode(device, core.ports.sha256Text);
  const asked = core.ports.district.login(input.username, input.password, device, name);
  // A network that swallows everything must not keep a known clerk waiting until the link itself gives up.
  const answer = known?.verifier
    ? await within(asked, patienceMs, fail('district.unreachable'))
    : await asked;
  if (answer.ok) return online(core, clientId, answer.value);
  const { code } = answer.failure;
  if (code === 'session.wrongPassword' || code === 'session.lockedOut' || code === 'session.roleExpired')
    return passOn('session.login', answer.failure);
  if (!known?.verifier) return firstLogin(answer.failure);
  return offline(core, clientId, known, input.password);
};

function firstLogin(failure: { code: string; data?: Record<string, unknown> }) {
  if (failure.code === 'district.unreachable') return refuse('session.firstLoginNeedsNetwork', {});
  return passOn('session.login', failure);
}

async function online(core: CoreContext, clientId: string, reply: LoginReply) {
  const wrongArea = await storeOf(core).write(async (tx) => {
    const refused = await claimTown(tx, reply.account.areaCode);
    if (!refused) await rememberLogin(tx, reply, nowIso(core.ports));
    return refused;
  });
  if (wrongArea) return wrongArea;
  core.sync.wake();
  return begin(core, clientId, reply.account, true);
}

async function offline(core: CoreContext, clientId: string, known: AccountRow, password: string) {
  const refused: { ok: false; failure: FailureOf<OfflineCode> } | null = await offlineLogin(
    core,
    known,
    password,
  );
  if (refused) return refused;
  await clearAttempts(storeOf(core), known.account.username);
  return begin(core, clientId, known.account, false);
}

type OfflineCode = 'session.offlineExpired' | 'session.wrongPassword' | 'session.lockedOut';

function begin(core: CoreContext, clientId: string, account: Account, isOnline: boolean) {
  core.sessions.begin(clientId, { account, online: isOnline, since: nowIso(core.ports) });
  return done({ account, offline: !isOnline });
}
