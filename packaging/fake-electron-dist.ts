import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';
import { elfHeader, windowsProgram } from './program-files.ts';

/** Marks the fuses in Electron's binary; @electron/fuses looks for exactly this text. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** Fuse schema 1 with nine fuses in Electron's own default positions. */
const wire = '\x01\x09101100011';

export type Target = 'linux-x64' | 'linux-arm64' | 'win-x64';

/** Electron's own has a version resource, which the packager reads before it adds the archive's digest. */
function withVersionInfo(program: Buffer): Buffer {
  const file = NtExecutable.from(program);
  const resources = NtExecutableResource.from(file);
  const info = Resource.VersionInfo.createEmpty();
  info.lang = 1033;
  info.setFileVersion(45, 4, 1, 0, 1033);
  info.setStringValues({ lang: 1033, codepage: 1200 }, { ProductName: 'Electron' });
  info.outputToResourceEntries(resources.entries);
  resources.outputResource(file);
  return Buffer.from(file.generate());
}

function programBytes(target: Target): Buffer {
  const fuses = Buffer.concat([Buffer.alloc(128), Buffer.from(sentinel + wire, 'latin1'), Buffer.alloc(128)]);
  if (target === 'win-x64') return withVersionInfo(windowsProgram(fuses));
  return Buffer.concat([elfHeader(target === 'linux-x64' ? 'x64' : 'arm64'), fuses]);
}

/**
 * A folder laid out as Electron's release archive, with a program that holds the fuses and does nothing. It shows what the
 * packager does with ours; it shows nothing about Electron.
 */
export function writeFakeElectron(folder: string, target: Target): string {
  mkdirSync(path.join(folder, 'resources'), { recursive: true });
  mkdirSync(path.join(folder, 'locales'), { recursive: true });
  const program = path.join(folder, target === 'win-x64' ? 'electron.exe' : 'electron');
  writeFileSync(program, programBytes(target));
  chmodSync(program, 0o755);
  for (const name of ['zh-CN.pak', 'en-US.pak']) writeFileSync(path.join(folder, 'locales', name), '');
  for (const name of [
    'chrome-sandbox',
    'chrome_crashpad_handler',
    'icudtl.dat',
    'resources.pak',
    'v8_context_snapshot.bin',
  ])
    writeFileSync(path.join(folder, name), '');
  writeFileSync(path.join(folder, 'version'), '45.4.1');
  return folder;
}
