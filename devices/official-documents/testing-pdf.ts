import { execFileSync } from 'node:child_process';

/** The words of a PDF as Poppler reads them, without white space: lines break where the page ends. For tests. */
export const wordsOfPdf = (bytes: Uint8Array): string => run('pdftotext', bytes).replace(/\s/g, '');

/** Page by page. */
export const pagesOfPdf = (bytes: Uint8Array): string[] =>
  run('pdftotext', bytes)
    .split('\f')
    .map((page) => page.replace(/\s/g, ''))
    .filter((page) => page !== '');

const run = (tool: string, bytes: Uint8Array): string =>
  execFileSync(tool, ['-', '-'], { input: bytes, encoding: 'utf8' });

export const pdfInfo = (bytes: Uint8Array): string =>
  execFileSync('pdfinfo', ['-'], { input: bytes, encoding: 'utf8' });
