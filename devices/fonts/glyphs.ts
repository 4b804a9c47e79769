import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fontkit from 'fontkit';
import type { Font } from 'fontkit';

/** Files of assets/fonts; Regular holds every character a name may have, Bold only GB 2312. */
const fontFiles = {
  regular: 'noto-sans-cjk-sc-regular.otf',
  bold: 'noto-sans-cjk-sc-bold-gb2312.otf',
} as const;

export type Fonts = Readonly<Record<keyof typeof fontFiles, Font>>;

export interface Glyphs {
  /** The characters of a text the font cannot draw, each once, in order; [] when it can draw all. */
  missingGlyphs(text: string): string[];
}

/**
 * Opens the shipped fonts (9 and 2 MB), to be kept: their tables are read when first drawn, which takes about a second, and never
 * again while they are held. Throws when the installation lacks one.
 */
export function openFonts(fontsDir: string): Fonts {
  const open = (face: keyof typeof fontFiles) =>
    fontkit.create(readFileSync(join(fontsDir, fontFiles[face])));
  return { regular: open('regular'), bold: open('bold') };
}

export function glyphsOf(font: Font): Glyphs {
  const isDrawn = (char: string) =>
    /[\n\r\t]/.test(char) || font.hasGlyphForCodePoint(char.codePointAt(0) ?? 0);
  return { missingGlyphs: (text) => [...new Set([...text].filter((char) => !isDrawn(char)))] };
}

/** What the face for names and all other text can draw. */
export const createGlyphs = (fontsDir: string): Glyphs => glyphsOf(openFonts(fontsDir).regular);
