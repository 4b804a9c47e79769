import { spawnSync } from 'node:child_process';
import { chownSync, copyFileSync, existsSync } from 'node:fs';
import path from 'node:path';

/**
 * Lets the unprivileged user that runs the browser draw on root's display: a copy of the X cookie in its own profile, or a
 * grant by `xhost` where the display has no cookie. Returns the variables to add to the browser's environment.
 */
export function shareDisplay(
  profileDir: string,
  uid: number,
  env: NodeJS.ProcessEnv = process.env,
): Record<string, string> {
  if (!env['DISPLAY']) return {};
  const cookie = env['XAUTHORITY'] ?? path.join(env['HOME'] ?? '', '.Xauthority');
  if (existsSync(cookie)) {
    const copy = path.join(profileDir, 'Xauthority');
    copyFileSync(cookie, copy);
    chownSync(copy, uid, uid);
    return { XAUTHORITY: copy };
  }
  spawnSync('xhost', [`+si:localuser:#${String(uid)}`], { stdio: 'ignore', timeout: 5000 });
  return {};
}
