import QRCode from 'qrcode';

/** Draws a QR code as filled squares (sharp at any printer's resolution); `size` includes the quiet zone of 4 modules. */
export function drawQr(doc: PDFKit.PDFDocument, text: string, x: number, y: number, size: number): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const step = size / (modules.size + 8);
  for (let row = 0; row < modules.size; row += 1) {
    for (let col = 0; col < modules.size; col += 1) {
      if (modules.get(row, col)) doc.rect(x + (col + 4) * step, y + (row + 4) * step, step, step);
    }
  }
  doc.fill('#000000');
}
