import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** What the tests use beside npm's packages: a file that shows it is there, and Debian's package that brings it. */
const needs = [
  { file: 'chromium', debian: 'chromium' },
  { file: 'scanimage', debian: 'sane-utils' },
  { file: '/usr/lib/postgresql/15/bin/initdb', debian: 'postgresql-15' },
  { file: 'pdffonts', debian: 'poppler-utils' },
  { file: 'fswebcam', debian: 'fswebcam' },
  { file: 'lp', debian: 'cups-client' },
  { file: '/usr/sbin/cupsd', debian: 'cups' },
  { file: 'openssl', debian: 'openssl' },
  { file: '/usr/bin/setpriv', debian: 'util-linux' },
] as const;

function present(file: string): boolean {
  if (path.isAbsolute(file)) return existsSync(file);
  const dirs = [...(process.env['PATH'] ?? '').split(path.delimiter), '/usr/sbin', '/usr/bin'];
  return dirs.some((dir) => existsSync(path.join(dir, file)));
}

/** Installs what is missing where that is allowed (Debian, as root); returns what is still missing, by name. */
export function ensureSystemPackages(): string[] {
  const missing = needs.filter((need) => !present(need.file));
  if (missing.length === 0) return [];
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log(`installing ${missing.map((m) => m.debian).join(', ')} …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' });
    spawnSync(
      'apt-get',
      ['install', '-y', '-qq', '--no-install-recommends', ...missing.map((m) => m.debian)],
      { env, stdio: 'ignore' },
    );
  }
  return needs.filter((need) => !present(need.file)).map((need) => need.debian);
}
