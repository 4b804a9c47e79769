import { storeOf, type CoreContext } from '../context.ts';
import { refuse, type Refused } from '../handler.ts';
import type { AccountRow } from '../ports/store.ts';
import { wrongPassword } from './lockout.ts';

const dayMs = 86_400_000;

/** Null when the password fits and the last login online is recent enough. */
export async function offlineLogin(
  core: CoreContext,
  known: AccountRow,
  password: string,
): Promise<Refused<'session.offlineExpired' | 'session.wrongPassword' | 'session.lockedOut'> | null> {
  const { verifier, lastOnlineLogin, offlineDays } = known;
  if (!verifier || !lastOnlineLogin) throw new Error('account without verifier');
  const hash = await core.ports.passwordHash(password, verifier.salt, verifier);
  if (!sameText(hash, verifier.hash))
    return wrongPassword(await storeOf(core).read.account(known.account.username));
  const age = core.ports.now().getTime() - Date.parse(lastOnlineLogin);
  // A clock set back by more than a day would make the login good for ever.
  if (age > offlineDays * dayMs || age < -dayMs)
    return refuse('session.offlineExpired', { days: offlineDays });
  return null;
}

/** Compares without telling by its time where the texts differ. */
function sameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i += 1)
    difference |= a.charCodeAt(i) ^ b.charCodeAt(i % Math.max(1, b.length));
  return difference === 0;
}
