import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

const root = path.resolve(import.meta.dirname, '..', '..');
const bin = (name: string): string => path.join(root, 'node_modules', '.bin', name);
const run = (command: string, args: string[], env: Record<string, string> = {}): number =>
  spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1;

/** A check that either holds or not counts as one test. */
export const check = (command: string, args: string[]): Tally =>
  run(bin(command), args) === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };

/** Libraries with a rule of their own; when the checker sees none of their imports it checked nothing. */
const ruledLibraries = [
  'electron',
  'react',
  'typeorm',
  'zod',
  '@vladmandic/human',
  'better-sqlite3-multiple-ciphers',
];

/** Fewer modules read than this means that the checker saw nothing, not that all is well. */
const moduleFloor = 500;

/** The import rules, with the count of modules read. */
export function importRules(): Tally {
  const done = spawnSync(
    bin('depcruise'),
    ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders],
    {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    },
  );
  const report = JSON.parse(done.stdout) as {
    summary: { violations: { from: string; to: string; rule: { name: string; severity: string } }[] };
    modules: { source: string; dependencies: { resolved: string }[] }[];
  };
  const own = report.modules.filter((m) => !m.source.includes('node_modules')).length;
  const errors = report.summary.violations.filter((v) => v.rule.severity === 'error');
  for (const { from, to, rule } of errors) console.error(`  ${rule.name}: ${from} → ${to}`);
  console.log(`  ${String(own)} modules read, ${String(errors.length)} broken rules`);
  if (own < moduleFloor)
    console.error(`  fewer than ${String(moduleFloor)} modules read: the rules were not checked`);
  const reached = new Set(report.modules.flatMap((m) => m.dependencies.map((d) => d.resolved)));
  const unseen = ruledLibraries.filter(
    (name) => ![...reached].some((to) => to.includes(`node_modules/${name}/`)),
  );
  if (unseen.length > 0)
    console.error(`  no import of ${unseen.join(', ')} was seen: their rules were not checked`);
  const held = errors.length === 0 && own >= moduleFloor && unseen.length === 0;
  return { passed: held ? 1 : 0, failed: held ? 0 : 1, skipped: 0 };
}

const folders = [
  'bench',
  'cli',
  'contract',
  'core',
  'db',
  'devices',
  'district',
  'domain',
  'e2e',
  'loopback',
  'main',
  'preload',
  'renderer',
  'station',
  'packaging',
];

/** Vitest with its own count; a run that wrote no report has failed. */
export function vitest(): Tally {
  const report = path.join(root, 'test-results', 'vitest.json');
  const status = run(bin('vitest'), [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  return tallyOf(report, status, (json) => {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = json as Record<string, number>;
    return {
      passed: numPassedTests ?? 0,
      failed: numFailedTests ?? 0,
      skipped: (numPendingTests ?? 0) + (numTodoTests ?? 0),
    };
  });
}

/** Playwright with its own count. */
export function playwright(): Tally {
  const report = path.join(root, 'test-results', 'playwright.json');
  const status = run(bin('playwright'), ['test', '-c', 'e2e/playwright.config.ts'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  return tallyOf(report, status, (json) => {
    const { stats } = json as {
      stats: { expected: number; unexpected: number; flaky: number; skipped: number };
    };
    return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
  });
}

function tallyOf(report: string, status: number, read: (json: unknown) => Tally): Tally {
  try {
    const tally = read(JSON.parse(readFileSync(report, 'utf8')));
    return status !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
