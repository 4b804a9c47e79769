// `npm test`: everything that can be proven on this machine, in order; installs what it needs first when it can.
import { ensurePackages, projectNode } from './ensure-packages.mjs';
import { spawnSync } from 'node:child_process';
import { root } from './ensure-packages.mjs';

await ensurePackages();
const done = spawnSync(
  projectNode(),
  ['--disable-warning=ExperimentalWarning', 'tools/test-all.ts', ...process.argv.slice(2)],
  { cwd: root, stdio: 'inherit' },
);
process.exit(done.status ?? 1);
