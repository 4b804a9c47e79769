/** Header of a 64-bit ELF file for a machine; enough for tools that look at the kind of a file. It cannot run. */
export function elfHeader(machine: 'x64' | 'arm64'): Buffer {
  const header = Buffer.alloc(64);
  header.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
  header.writeUInt16LE(2, 16);
  header.writeUInt16LE(machine === 'x64' ? 0x3e : 0xb7, 18);
  header.writeUInt32LE(1, 20);
  header.writeUInt16LE(64, 52);
  return header;
}

const aligned = (size: number): number => Math.ceil(size / 0x200) * 0x200;

/**
 * A Windows program for x64 with one section that holds `content`: what the packager's resource editor needs to add to it.
 * Layout after Microsoft's "PE Format": DOS header, COFF header, PE32+ optional header, one section header.
 */
export function windowsProgram(content: Buffer): Buffer {
  const size = aligned(content.length);
  const file = Buffer.alloc(0x200 + size);
  file.write('MZ', 0, 'latin1');
  file.writeUInt32LE(64, 0x3c);
  file.write('PE\0\0', 64, 'latin1');
  file.writeUInt16LE(0x8664, 68);
  file.writeUInt16LE(1, 70);
  file.writeUInt16LE(240, 84);
  file.writeUInt16LE(0x22, 86);
  writeOptionalHeader(file.subarray(88, 88 + 240), size);
  const section = file.subarray(88 + 240);
  section.write('.text', 0, 'latin1');
  section.writeUInt32LE(size, 8);
  section.writeUInt32LE(0x1000, 12);
  section.writeUInt32LE(size, 16);
  section.writeUInt32LE(0x200, 20);
  section.writeUInt32LE(0x60000020, 36);
  content.copy(file, 0x200);
  return file;
}

function writeOptionalHeader(header: Buffer, codeSize: number): void {
  header.writeUInt16LE(0x20b, 0);
  header.writeUInt32LE(codeSize, 4);
  header.writeUInt32LE(0x1000, 16);
  header.writeUInt32LE(0x1000, 20);
  header.writeBigUInt64LE(0x140000000n, 24);
  header.writeUInt32LE(0x1000, 32);
  header.writeUInt32LE(0x200, 36);
  header.writeUInt16LE(6, 40);
  header.writeUInt16LE(6, 48);
  header.writeUInt32LE(0x1000 + Math.ceil(codeSize / 0x1000) * 0x1000, 56);
  header.writeUInt32LE(0x200, 60);
  header.writeUInt16LE(2, 68);
  header.writeBigUInt64LE(0x100000n, 72);
  header.writeBigUInt64LE(0x1000n, 80);
  header.writeBigUInt64LE(0x100000n, 88);
  header.writeBigUInt64LE(0x1000n, 96);
  header.writeUInt32LE(16, 108);
}
