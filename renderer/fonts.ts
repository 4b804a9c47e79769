/** The font file shipped with the program; used glyph by glyph after a locally installed Noto Sans CJK SC. */
const files = import.meta.glob<string>('../assets/fonts/*.{woff2,otf,ttf}', {
  eager: true,
  query: '?url',
  import: 'default',
});

/** Declares the shipped fonts; the browser loads one only when a glyph needs it. */
export function declareFonts(): void {
  for (const [file, url] of Object.entries(files)) {
    const weight = file.includes('bold') ? '600 900' : '100 500';
    document.fonts.add(new FontFace('NuanChuang Han', `url("${url}")`, { weight }));
  }
}
