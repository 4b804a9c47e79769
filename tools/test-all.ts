import { rmSync } from 'node:fs';
import path from 'node:path';
import { check, importRules, playwright, vitest, type Tally } from './test/stages.ts';
import { ensureSystemPackages } from './test/system-packages.ts';

const root = path.resolve(import.meta.dirname, '..');

/** The stages in the order of what fails fastest; `npm test -- NAME…` runs only those. */
const stages: [name: string, run: () => Tally][] = [
  ['format', () => check('prettier', ['--check', '--log-level', 'warn', '.'])],
  ['types', () => check('tsc', ['--noEmit'])],
  ['types-domain', () => check('tsc', ['--noEmit', '-p', 'domain'])],
  ['types-contract', () => check('tsc', ['--noEmit', '-p', 'contract'])],
  ['lint', () => check('eslint', ['.', '--max-warnings', '0'])],
  ['imports', importRules],
  ['build', () => check('node', ['--disable-warning=ExperimentalWarning', 'tools/build.ts'])],
  ['vitest', vitest],
  ['e2e', playwright],
];

const wanted = process.argv.slice(2);
rmSync(path.join(root, 'test-results'), { recursive: true, force: true });
const missing = ensureSystemPackages();
for (const name of missing)
  console.log(`missing on this machine: ${name}; the tests that need it are skipped and counted`);

const total: Tally = { passed: 0, failed: 0, skipped: 0 };
for (const [name, run] of stages.filter(([n]) => wanted.length === 0 || wanted.includes(n))) {
  console.log(`\n── ${name}`);
  const started = performance.now();
  const { passed, failed, skipped } = run();
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(
    `── ${name}: ${String(passed)} passed, ${String(failed)} failed, ${String(skipped)} skipped (${seconds} s)`,
  );
}
console.log(
  `\n${String(total.passed)} passed, ${String(total.failed)} failed, ${String(total.skipped)} skipped`,
);
process.exit(total.failed > 0 ? 1 : 0);
