import { join } from 'node:path';
import PDFDocument from 'pdfkit';
import { fontFiles } from '../fonts/glyphs.ts';

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
  fontsDir: string,
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
    font: join(fontsDir, fontFiles.regular),
    info: subject === undefined ? info : { ...info, Subject: subject },
  });
  doc.registerFont('regular', join(fontsDir, fontFiles.regular));
  doc.registerFont('bold', join(fontsDir, fontFiles.bold));
  return { doc, bytes: collect(doc) };
}

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  doc.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
  doc.on('error', reject);
  return promise;
}
