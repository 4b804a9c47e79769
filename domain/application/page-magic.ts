import type { PageMime } from './evidence.ts';

const starts: readonly [PageMime, readonly number[]][] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

/** What bytes are by their own beginning; null for everything that no dossier takes. */
export const pageMimeOf = (bytes: Uint8Array): PageMime | null =>
  starts.find(([, start]) => start.every((byte, i) => bytes[i] === byte))?.[0] ?? null;

export interface PixelSize {
  width: number;
  height: number;
}

/** Pixels of a picture by its own header; null when it has none, claims no extent, or its end is not there. */
export function pictureSize(bytes: Uint8Array, mime: 'image/jpeg' | 'image/png'): PixelSize | null {
  const size = mime === 'image/png' ? pngSize(bytes) : jpegSize(bytes);
  return size && size.width > 0 && size.height > 0 ? size : null;
}

/** The header chunk comes first, the end chunk last; phones put nothing behind a PNG. */
function pngSize(bytes: Uint8Array): PixelSize | null {
  if (bytes.length < 45 || !hasAscii(bytes, 12, 'IHDR') || !hasAscii(bytes, bytes.length - 8, 'IEND'))
    return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

const hasAscii = (bytes: Uint8Array, at: number, text: string): boolean =>
  [...text].every((char, i) => bytes[at + i] === char.charCodeAt(0));

/** Walks the segments to the frame header (SOF), which has to come before the scan (SOS). */
function jpegSize(bytes: Uint8Array): PixelSize | null {
  const word = (at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
  let size: PixelSize | null = null;
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + word(at + 2)) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xda) return size && endsAfter(bytes, at) ? size : null;
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) size = { height: word(at + 5), width: word(at + 7) };
    if (word(at + 2) < 2) return null;
  }
  return null;
}

/** Phones append data of their own behind the end mark, so it is looked for, not expected last. */
function endsAfter(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.indexOf(0xff, from + 2); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    if (bytes[at + 1] === 0xd9) return true;
  }
  return false;
}
