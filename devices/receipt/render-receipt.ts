import type { ReceiptData, ReceiptRenderer } from '../../core/ports/devices.ts';
import { fail, ok } from '../../domain/values/result.ts';
import { glyphsOf, openFonts, type Fonts } from '../fonts/glyphs.ts';
import { a4, openA4 } from '../pdf/open-a4.ts';
import { drawQr } from './draw-qr.ts';
import { receiptText, receiptTitle, type ReceiptText } from './receipt-text.ts';

/** Points: large type for elderly readers, margins every office printer can print. */
const margin = 50;
const pageWidth = a4.width;
const width = pageWidth - 2 * margin;
const bottom = a4.height - margin;
const labelWidth = 150;
const ink = '#1a1a1a';
const faint = '#595959';
const line = '#b0b0b0';

/** Renders receipts with the fonts in `fontsDir` embedded; equal data gives equal bytes. */
export function createReceiptRenderer(fontsDir: string): ReceiptRenderer {
  let fonts: Fonts | null = null;
  return {
    async render(data) {
      fonts ??= openFonts(fontsDir);
      const text = receiptText(data);
      const missing = glyphsOf(fonts.regular).missingGlyphs(
        data.caseCode + [text.rows, text.accept, text.documents, text.notes].flat(2).join(''),
      );
      if (missing.length > 0) return fail('receipt.glyphMissing', { characters: missing.join('') });
      return ok(await draw(data, text, fonts));
    },
  };
}

async function draw(data: ReceiptData, text: ReceiptText, fonts: Fonts): Promise<Uint8Array> {
  const { doc, bytes } = openA4(fonts, { title: receiptTitle, created: new Date(data.issuedAt), margin });
  drawHeading(doc, data);
  for (const [label, value] of text.rows) drawRow(doc, label, value);
  drawAccept(doc, text.accept);
  drawDocuments(doc, text);
  drawNotes(doc, text);
  numberPages(doc, data.caseCode);
  doc.end();
  return bytes;
}

function drawHeading(doc: PDFKit.PDFDocument, { caseCode }: ReceiptData): void {
  const qr = 104;
  doc
    .font('bold')
    .fontSize(24)
    .fillColor(ink)
    .text(receiptTitle, margin, margin + 16, { lineBreak: false });
  doc
    .font('regular')
    .fontSize(13)
    .fillColor(ink)
    .text(`编号 ${caseCode}`, margin, margin + 66);
  // The code's white border may reach into the margin: its black edge lines up with the text.
  drawQr(doc, caseCode, pageWidth - margin - qr + 14, margin - 10, qr);
  doc.y = margin + qr;
  rule(doc);
}

function rule(doc: PDFKit.PDFDocument): void {
  doc
    .moveTo(margin, doc.y)
    .lineTo(margin + width, doc.y)
    .lineWidth(0.6)
    .stroke(line);
}

/** One label and value with a line under it; starts a page when it would not fit. */
function drawRow(doc: PDFKit.PDFDocument, label: string, value: string): void {
  doc.font('regular').fontSize(13);
  const valueWidth = width - labelWidth;
  const height = doc.heightOfString(value, { width: valueWidth }) + 12;
  makeRoom(doc, height);
  const top = doc.y;
  doc.fillColor(faint).text(label, margin, top + 6, { width: labelWidth - 10 });
  doc.fillColor(ink).text(value, margin + labelWidth, top + 6, { width: valueWidth });
  doc.y = top + height;
  rule(doc);
}

function drawAccept(doc: PDFKit.PDFDocument, sentence: string): void {
  doc.font('regular').fontSize(16);
  const inner = width - 32;
  const height = doc.heightOfString(sentence, { width: inner }) + 24;
  makeRoom(doc, height + 32);
  const top = doc.y + 16;
  doc.roundedRect(margin, top, width, height, 4).lineWidth(1.2).stroke(ink);
  doc.fillColor(ink).text(sentence, margin + 16, top + 12, { width: inner });
  doc.y = top + height + 16;
}

function drawDocuments(doc: PDFKit.PDFDocument, text: ReceiptText): void {
  makeRoom(doc, 60);
  doc.font('bold').fontSize(14).fillColor(ink).text(text.documentsHeading, margin, doc.y, { width });
  doc.y += 6;
  for (const [title, pages] of text.documents) {
    doc.font('regular').fontSize(12);
    const titleWidth = width - 70;
    const height = doc.heightOfString(title, { width: titleWidth }) + 6;
    makeRoom(doc, height);
    const top = doc.y;
    doc.fillColor(ink).text(title, margin, top + 3, { width: titleWidth });
    doc.text(pages, margin + titleWidth, top + 3, { width: 70, align: 'right' });
    doc.y = top + height;
  }
}

function drawNotes(doc: PDFKit.PDFDocument, text: ReceiptText): void {
  doc.font('regular').fontSize(11);
  const all = [...text.notes, text.issued].join('\n');
  const height = doc.heightOfString(all, { width, lineGap: 3 });
  makeRoom(doc, height + 24);
  doc.y += 12;
  rule(doc);
  doc.fillColor(faint).text(all, margin, doc.y + 10, { width, lineGap: 3 });
}

function makeRoom(doc: PDFKit.PDFDocument, height: number): void {
  if (doc.y + height <= bottom) return;
  doc.addPage();
  doc.y = margin;
}

/** Only a receipt of several pages carries page numbers, with its code so that loose sheets find together. */
function numberPages(doc: PDFKit.PDFDocument, caseCode: string): void {
  const { count } = doc.bufferedPageRange();
  for (let page = 0; count > 1 && page < count; page += 1) {
    doc.switchToPage(page);
    doc.page.margins.bottom = 0;
    doc.font('regular').fontSize(10).fillColor(faint);
    doc.text(`编号 ${caseCode}  第 ${page + 1} 页，共 ${count} 页`, margin, bottom + 16, {
      width,
      align: 'center',
    });
  }
}
