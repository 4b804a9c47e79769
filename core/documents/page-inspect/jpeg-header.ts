import type { PixelSize } from './png-header.ts';

/** SOF markers carry the size; C4, C8 and CC in that range are tables. */
const isFrame = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
/** Markers without a length: TEM and the restart marks. */
const isBare = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** Size of a whole JPEG (as stored, before any EXIF turn): frame header, scan and end mark present; else null. */
export function jpegHeader(bytes: Uint8Array): PixelSize | null {
  let size: PixelSize | null = null;
  for (let at = 2; at + 4 <= bytes.length;) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) at += 1;
    else if (isBare(marker)) at += 2;
    else {
      const length = word(bytes, at + 2);
      if (length < 2) return null;
      if (isFrame(marker)) size = { height: word(bytes, at + 5), width: word(bytes, at + 7) };
      if (marker === 0xda)
        return size !== null && isSized(size) && endsAfter(bytes, at + 2 + length) ? size : null;
      at += 2 + length;
    }
  }
  return null;
}

function word(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

function isSized({ width, height }: PixelSize): boolean {
  return width > 0 && height > 0;
}

/** Phones append data of their own behind the end mark, so it is looked for, not expected last. */
function endsAfter(bytes: Uint8Array, from: number): boolean {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    if (bytes[at + 1] === 0xd9) return true;
  }
  return false;
}
