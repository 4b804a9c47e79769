/** The little of fontkit 2 that we use; the package has no types of its own. */
declare module 'fontkit' {
  export interface Font {
    postscriptName: string;
    hasGlyphForCodePoint(codePoint: number): boolean;
    /** By this pdfkit knows an opened font. */
    layout(text: string): unknown;
  }
  export function create(bytes: Uint8Array): Font;
}
