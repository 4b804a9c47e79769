/** Builds what is bundled unless the last build is newer than every source; `node` runs the build. */
export function buildIfStale(root: string, node: string): void;
