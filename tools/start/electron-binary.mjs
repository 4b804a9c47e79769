// Is Electron's binary here, or can it be had within a bounded wait? Never require('electron'): that downloads unasked.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Path of the binary, or null. */
export function electronBinary(root) {
  const dir = path.join(root, 'node_modules', 'electron');
  const note = path.join(dir, 'path.txt');
  if (!existsSync(note)) return null;
  const file = path.join(dir, 'dist', readFileSync(note, 'utf8').trim());
  return existsSync(file) ? file : null;
}

/** Runs the package's own installer, at most `seconds`; answers the binary or null. */
export async function fetchElectron(root, node, seconds) {
  const installer = path.join(root, 'node_modules', 'electron', 'install.js');
  if (!existsSync(installer)) return null;
  await new Promise((resolve) => {
    const child = spawn(node, [installer], { stdio: 'ignore', cwd: root });
    const late = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
    child.on('exit', () => {
      clearTimeout(late);
      resolve();
    });
  });
  return electronBinary(root);
}
