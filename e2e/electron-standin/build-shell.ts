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

/** Builds shell and a page of tests into `dist` (outside the project's own): what shell tests run on the stand-in. */
export async function buildShellForTests(dist: string): Promise<void> {
  await bundle(shellOnly, path.join(dist, 'main'), [echoCore]);
  await bundle(preloadConfig, path.join(dist, 'preload'));
  await cp(path.join(import.meta.dirname, 'test-page'), path.join(dist, 'renderer'), { recursive: true });
  // Bundles leave packages where they are; Node looks for them above the bundle.
  await symlink(path.join(project, 'node_modules'), path.join(dist, 'node_modules'));
  await writeFile(path.join(dist, 'package.json'), '{ "type": "module" }');
  await mkdir(path.join(dist, 'renderer', 'empty'), { recursive: true });
}
