import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build, mergeConfig, type InlineConfig, type Plugin } from 'vite';
import mainConfig from '../../main/vite.config.ts';
import preloadConfig from '../../preload/vite.config.ts';

const project = path.resolve(import.meta.dirname, '..', '..');

/** Puts the echo core where the shell expects the station; the shell's own files are built as ever. */
const echoCore: Plugin = {
  name: 'echo-core',
  enforce: 'pre',
  resolveId: (id) =>
    id.endsWith('/station/start-station.ts') ? path.join(import.meta.dirname, 'echo-station.ts') : undefined,
};

const bundle = (config: InlineConfig, outDir: string, plugins: Plugin[] = []): Promise<unknown> =>
  build(mergeConfig(config, { configFile: false, logLevel: 'warn', plugins, build: { outDir } }));

/** The main process alone: with the echo core there is no worker to build. */
const shellOnly: InlineConfig = {
  ...mainConfig,
  build: {
    ...mainConfig.build,
    rolldownOptions: {
      ...mainConfig.build?.rolldownOptions,
      input: { main: path.join(project, 'main', 'main.ts') },
    },
  },
};

/**
 * Builds the shell with a page for tests into `dist`, outside the project's own. The core is the echo, or the product's own
 * in its worker thread.
 */
export async function buildShellForTests(dist: string, core: 'echo' | 'real' = 'echo'): Promise<void> {
  if (core === 'echo') await bundle(shellOnly, path.join(dist, 'main'), [echoCore]);
  else await bundle(mainConfig, path.join(dist, 'main'));
  await bundle(preloadConfig, path.join(dist, 'preload'));
  await cp(path.join(import.meta.dirname, 'test-page'), path.join(dist, 'renderer'), { recursive: true });
  // Bundles leave packages where they are; Node looks for them above the bundle.
  await symlink(path.join(project, 'node_modules'), path.join(dist, 'node_modules'));
  await symlink(path.join(project, 'assets'), path.join(path.dirname(dist), 'assets'));
  await writeFile(path.join(dist, 'package.json'), '{ "type": "module" }');
  await mkdir(path.join(dist, 'renderer', 'empty'), { recursive: true });
}
