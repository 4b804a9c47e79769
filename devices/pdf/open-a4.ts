import PDFDocument from 'pdfkit';
import type { Font } from 'fontkit';
import type { Fonts } from '../fonts/glyphs.ts';

/** A4 portrait in points. */
export const a4 = { width: 595.28, height: 841.89 };

export interface PdfAbout {
  /** Stands in the file's information and in the viewer's title bar: never anything personal. */
  title: string;
  subject?: string;
  /** The only time in the file, so that equal data give equal bytes. */
  created: Date;
  margin: number;
}

/** An A4 document with the faces 'regular' and 'bold' embedded; `bytes` resolves after `doc.end()`. */
export function openA4(
  fonts: Fonts,
  { title, subject, created, margin }: PdfAbout,
): { doc: PDFKit.PDFDocument; bytes: Promise<Uint8Array> } {
  const info = { Title: title, Producer: '暖窗', Creator: '暖窗', CreationDate: created };
  const doc = new PDFDocument({
    size: 'A4',
    margin,
    bufferPages: true,
    pdfVersion: '1.7',
    lang: 'zh-CN',
    displayTitle: true,
    font: source(fonts.regular),
    info: subject === undefined ? info : { ...info, Subject: subject },
  });
  doc.registerFont('regular', source(fonts.regular));
  doc.registerFont('bold', source(fonts.bold));
  return { doc, bytes: collect(doc) };
}

/** pdfkit takes a font that is open already, which its types do not say. */
const source = (font: Font) => font as unknown as PDFKit.Mixins.PDFFontSource & string;

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
  doc.on('error', reject);
  return promise;
}
