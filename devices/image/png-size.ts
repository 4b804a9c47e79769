const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Width and height in pixels of a whole PNG (header and end mark present), or null. */
export function pngSize(bytes: Uint8Array): { width: number; height: number } | null {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.length < 45 || !data.subarray(0, 8).equals(signature)) return null;
  if (data.toString('latin1', 12, 16) !== 'IHDR') return null;
  if (data.toString('latin1', data.length - 8, data.length - 4) !== 'IEND') return null;
  const width = data.readUInt32BE(16);
  const height = data.readUInt32BE(20);
  return width > 0 && height > 0 ? { width, height } : null;
}
