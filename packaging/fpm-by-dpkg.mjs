#!/usr/bin/env node
/**
 * Stands in for fpm (`CUSTOM_FPM_PATH`) where fpm cannot be fetched: builds the Debian package with dpkg-deb from the arguments
 * electron-builder gives to fpm. An argument it does not know ends it, so that nothing is silently left out.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const scripts = {
  '--after-install': 'postinst',
  '--after-remove': 'postrm',
  '--before-install': 'preinst',
  '--before-remove': 'prerm',
};
const fields = {
  '--name': 'Package',
  '--version': 'Version',
  '--architecture': 'Architecture',
  '--maintainer': 'Maintainer',
  '--vendor': 'Vendor',
  '--category': 'Section',
  '--deb-priority': 'Priority',
  '--url': 'Homepage',
  '--license': 'License',
};
const others = new Set([
  '-s',
  '-t',
  '--description',
  '--package',
  '--deb-compression',
  '--iteration',
  ...Object.keys(scripts),
]);

/** Sorts the command line into options, lists and `SOURCE=TARGET` pairs. */
function readArguments(argv) {
  const given = { options: new Map(), depends: [], recommends: [], copies: [] };
  for (let index = 0; index < argv.length; index += 1) {
    const name = argv[index];
    if (name === '--force' || name === 'dir') continue;
    if (name === '-d') given.depends.push(argv[(index += 1)]);
    else if (name === '--deb-recommends') given.recommends.push(argv[(index += 1)]);
    else if (name in fields || others.has(name)) given.options.set(name, argv[(index += 1)]);
    else if (!name.startsWith('-') && name.includes('=')) given.copies.push(name);
    else throw new Error(`fpm-by-dpkg: unknown argument ${name}`);
  }
  if (given.options.get('-t') !== 'deb' || given.options.get('-s') !== 'dir')
    throw new Error('fpm-by-dpkg: only dir to deb');
  return given;
}

function copyInto(root, pair) {
  const at = pair.lastIndexOf('=');
  const [source, target] = [pair.slice(0, at), path.join(root, pair.slice(at + 1))];
  if (source.endsWith('/')) cpSync(source, target, { recursive: true, verbatimSymlinks: true });
  else {
    mkdirSync(path.dirname(target), { recursive: true });
    copyFileSync(source, target);
  }
}

function controlText({ options, depends, recommends }) {
  const lines = Object.entries(fields).map(([name, field]) => [field, options.get(name)]);
  lines.push(['Depends', depends.join(', ')], ['Recommends', recommends.join(', ')]);
  lines.push(['Description', (options.get('--description') ?? '').trim().split(/\n\s*/).join('\n ')]);
  return lines
    .filter(([, value]) => value)
    .map(([field, value]) => `${field}: ${value}\n`)
    .join('');
}

const given = readArguments(process.argv.slice(2));
const root = mkdtempSync(path.join(tmpdir(), 'fpm-by-dpkg-'));
try {
  for (const pair of given.copies) copyInto(root, pair);
  mkdirSync(path.join(root, 'DEBIAN'));
  writeFileSync(path.join(root, 'DEBIAN', 'control'), controlText(given));
  for (const [option, file] of Object.entries(scripts)) {
    const source = given.options.get(option);
    if (!source) continue;
    copyFileSync(source, path.join(root, 'DEBIAN', file));
    chmodSync(path.join(root, 'DEBIAN', file), 0o755);
  }
  chmodSync(root, 0o755);
  // fpm and dpkg-deb call one of them differently.
  const asked = given.options.get('--deb-compression') ?? 'xz';
  const compression = asked === 'gz' ? 'gzip' : asked;
  execFileSync(
    'dpkg-deb',
    ['--root-owner-group', `-Z${compression}`, '-b', root, given.options.get('--package')],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  );
} finally {
  rmSync(root, { recursive: true, force: true });
}
