import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright';

const project = path.resolve(import.meta.dirname, '..', '..');
const electronPackage = path.join(project, 'node_modules', 'electron');

/** The binary as its package noted it; null when none was fetched. Read, never required: requiring the package fetches one. */
function binary(): string | null {
  try {
    const name = readFileSync(path.join(electronPackage, 'path.txt'), 'utf8').trim();
    const file = path.join(electronPackage, 'dist', name);
    return existsSync(file) ? file : null;
  } catch {
    return null;
  }
}

export type ElectronAvailability = { available: true } | { available: false; reason: string };

/** Whether specs can run on Electron here, and why not: the text a skipped run reports. */
export function electronAvailable(): ElectronAvailability {
  if (binary()) return { available: true };
  const reason =
    'Electron binary absent (node_modules/electron/path.txt): skipped here. The shell is covered by unit tests and by "shell logic on Chromium".';
  return { available: false, reason };
}

export interface ElectronHost {
  app: ElectronApplication;
  page: Page;
  close(): Promise<void>;
}

export interface ElectronHostOptions {
  /** Electron's own folder for the user. */
  userData: string;
  env: Record<string, string>;
  args?: readonly string[];
}

/** Starts the built app on the real Electron. Throws where there is none: ask `electronAvailable` first. */
export async function launchElectron({
  userData,
  env,
  args = [],
}: ElectronHostOptions): Promise<ElectronHost> {
  const executablePath = binary();
  if (executablePath === null) throw new Error('no Electron binary');
  // Electron's sandbox refuses root; only a test machine runs as root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const inherited = Object.entries(process.env).filter(
    (one): one is [string, string] => one[1] !== undefined,
  );
  const app = await _electron.launch({
    executablePath,
    args: [project, `--user-data-dir=${userData}`, ...asRoot, ...args],
    env: { ...Object.fromEntries(inherited), ...env },
  });
  return { app, page: await app.firstWindow(), close: () => app.close() };
}
