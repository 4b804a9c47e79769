import path from 'node:path';
import type { App } from 'electron';

/** Where things are, in the source tree and in an installed program alike: the bundle lies in `dist/main/`. */
export interface ShellPlaces {
  page: string;
  preload: string;
  /** Rule sets, calendars, fonts: beside the archive when packaged, since other code reads them as plain files. */
  resources: string;
  feed: string;
}

export function shellPlaces(
  app: Pick<App, 'isPackaged'>,
  bundleDir: string,
  resourcesPath: string,
): ShellPlaces {
  return {
    page: path.join(bundleDir, '..', 'renderer'),
    preload: path.join(bundleDir, '..', 'preload', 'bridge.cjs'),
    resources: app.isPackaged
      ? path.join(resourcesPath, 'assets')
      : path.join(bundleDir, '..', '..', 'assets'),
    feed: path.join(app.isPackaged ? resourcesPath : bundleDir, 'update-feed.json'),
  };
}
