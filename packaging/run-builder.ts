import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const project = path.resolve(import.meta.dirname, '..');

export interface BuilderRun {
  /** electron-builder's target arguments, e.g. `['--linux', 'deb', '--arm64']`. */
  targets: string[];
  electronDist: string;
  output: string;
  /** More settings as `key=value`, over electron-builder.yml. */
  settings?: string[];
}

/** Runs electron-builder's command line with a fake distribution and a closed network; rejects with its output. */
export async function runBuilder({
  targets,
  electronDist,
  output,
  settings = [],
}: BuilderRun): Promise<string> {
  const set = [`electronDist=${electronDist}`, `directories.output=${output}`, ...settings].map(
    (one) => `-c.${one}`,
  );
  const cli = path.join(project, 'node_modules', 'electron-builder', 'cli.js');
  const args = [cli, ...targets, '--publish', 'never', ...set];
  const env = {
    ...process.env,
    CUSTOM_FPM_PATH: path.join(import.meta.dirname, 'fpm-by-dpkg.mjs'),
    // Whatever would be fetched fails at once instead of after a long wait.
    HTTPS_PROXY: 'http://127.0.0.1:9',
    HTTP_PROXY: 'http://127.0.0.1:9',
    ELECTRON_GET_USE_PROXY: '1',
  };
  const run = promisify(execFile)(process.execPath, args, { cwd: project, env, maxBuffer: 32 * 1024 * 1024 });
  const { stdout, stderr } = await run.catch((cause: { stdout?: string; stderr?: string }) => {
    throw new Error(`electron-builder failed\n${cause.stdout ?? ''}\n${cause.stderr ?? ''}`);
  });
  return stdout + stderr;
}
