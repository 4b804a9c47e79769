import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules, createRequire } from 'node:module';
import path from 'node:path';

const packageOf = (id: string): string =>
  id
    .split('/')
    .slice(0, id.startsWith('@') ? 2 : 1)
    .join('/');

/** Packages that the built main process and core worker import, `electron` apart. */
export function importedPackages(bundleDir: string): string[] {
  const found = new Set<string>();
  for (const file of readdirSync(bundleDir).filter((name) => name.endsWith('.js'))) {
    const text = readFileSync(path.join(bundleDir, file), 'utf8');
    for (const [, id] of text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*|\brequire\(\s*)["']([^"'\n]+)["']/g))
      if (id && !/^[./]|^node:|:/.test(id) && !builtinModules.includes(id) && id !== 'electron')
        found.add(packageOf(id));
  }
  return [...found].sort();
}

/** The packages and everything they depend on, as Node would find them from the project. */
export function dependencyClosure(project: string, names: readonly string[]): string[] {
  const seen = new Set<string>();
  const visit = (name: string, from: string): void => {
    const file = packageFile(name, from);
    if (file === null || seen.has(name)) return;
    seen.add(name);
    const { dependencies = {} } = JSON.parse(readFileSync(file, 'utf8')) as {
      dependencies?: Record<string, string>;
    };
    for (const next of Object.keys(dependencies)) visit(next, file);
  };
  for (const name of names) visit(name, path.join(project, 'package.json'));
  return [...seen].sort();
}

/** `package.json` of a package as seen from a file; null for a type-only or optional one that is not installed. */
function packageFile(name: string, from: string): string | null {
  for (const folder of createRequire(from).resolve.paths(name) ?? []) {
    const file = path.join(folder, name, 'package.json');
    try {
      readFileSync(file);
      return file;
    } catch {
      continue;
    }
  }
  return null;
}
