import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fontkit from 'fontkit';

/** Files of assets/fonts; Regular holds every character a name may have, Bold only GB 2312. */
export const fontFiles = {
  regular: 'noto-sans-cjk-sc-regular.otf',
  bold: 'noto-sans-cjk-sc-bold-gb2312.otf',
} as const;

export interface Glyphs {
  /** The characters of a text the font cannot draw, each once, in order; [] when it can draw all. */
  missingGlyphs(text: string): string[];
}

/** Opens a shipped font once (Regular: 9 MB). Throws when the installation lacks it. */
export function createGlyphs(fontsDir: string, face: keyof typeof fontFiles = 'regular'): Glyphs {
  const font = fontkit.create(readFileSync(join(fontsDir, fontFiles[face])));
  const isDrawn = (char: string) =>
    /[\n\r\t]/.test(char) || font.hasGlyphForCodePoint(char.codePointAt(0) ?? 0);
  return { missingGlyphs: (text) => [...new Set([...text].filter((char) => !isDrawn(char)))] };
}
