/** A dossier page is one sheet or a few; a long PDF is cut off here and says so. */
export const mostPdfPages = 20;

/** Draws a PDF page by page into canvases of `box`; answers how many pages it has. Rejects when it is no PDF. */
export async function drawPdf(bytes: Uint8Array, box: HTMLElement, width: number): Promise<number> {
  const [pdfjs, worker] = await Promise.all([
    import('pdfjs-dist'),
    import('pdfjs-dist/build/pdf.worker.min.mjs?url'),
  ]);
  pdfjs.GlobalWorkerOptions.workerSrc = worker.default;
  // The library takes the buffer away from us; a copy stays ours.
  const task = pdfjs.getDocument({ data: bytes.slice() });
  try {
    const pdf = await task.promise;
    const canvases: HTMLCanvasElement[] = [];
    for (let number = 1; number <= Math.min(pdf.numPages, mostPdfPages); number += 1) {
      const page = await pdf.getPage(number);
      const scale = (width * devicePixelRatio) / page.getViewport({ scale: 1 }).width;
      const viewport = page.getViewport({ scale });
      const canvas = document.createElement('canvas');
      canvas.width = Math.ceil(viewport.width);
      canvas.height = Math.ceil(viewport.height);
      await page.render({ canvas, viewport }).promise;
      canvases.push(canvas);
    }
    box.replaceChildren(...canvases);
    return pdf.numPages;
  } finally {
    await task.destroy();
  }
}
