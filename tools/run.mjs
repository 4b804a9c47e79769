// Runs a TypeScript entry on the project's own Node 24, installing the packages first when they are missing.
import { spawn } from 'node:child_process';
import { ensurePackages, projectNode } from './ensure-packages.mjs';

await ensurePackages();
const child = spawn(projectNode(), ['--disable-warning=ExperimentalWarning', ...process.argv.slice(2)], {
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
