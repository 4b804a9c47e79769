export interface PixelSize {
  width: number;
  height: number;
}

/** Size of a whole PNG: IHDR first, picture data, IEND, every chunk inside the file; null for anything else. */
export function pngHeader(bytes: Uint8Array): PixelSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size: PixelSize | null = null;
  let hasData = false;
  for (let at = 8; at + 12 <= bytes.length;) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (at + 12 + length > bytes.length) return null;
    if (size === null) {
      if (type !== 'IHDR' || length !== 13) return null;
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
      if (size.width === 0 || size.height === 0) return null;
    }
    if (type === 'IDAT' && length > 0) hasData = true;
    if (type === 'IEND') return hasData ? size : null;
    at += 12 + length;
  }
  return null;
}
