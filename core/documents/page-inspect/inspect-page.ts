import type { PageMime } from '../../../domain/application/evidence.ts';
import { fail, ok, type Result } from '../../../domain/values/result.ts';
import { jpegHeader } from './jpeg-header.ts';
import { inspectPdf } from './pdf.ts';
import { pngHeader } from './png-header.ts';

export interface PageInspection {
  mime: PageMime;
  /** Pixels; for a PDF the points of its first page. */
  width: number;
  height: number;
  pages: number;
}

/** Largest page taken: an A4 colour scan at 300 dpi stays below, a film or an archive does not. */
export const maxInspectedBytes = 20_000_000;
/** A3 at 600 dpi has 70 million pixels; a small file that claims more wants the memory of whoever opens it. */
const maxPixels = 100_000_000;

const magic: [PageMime, readonly number[]][] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

/**
 * Looks at captured bytes before anything keeps or opens them: what they are, whole, and without anything that acts.
 * Failures: page.notAnImage (another type, truncated, broken, encrypted), page.typeMismatch {declared, found},
 * page.tooLarge {maxBytes} (bytes, or pixels out of all proportion), page.pdfWithScript (script, launch, attachment,
 * or a part that cannot be looked into).
 */
export function inspectPage(bytes: Uint8Array, declaredMime: string): Result<PageInspection> {
  if (bytes.byteLength > maxInspectedBytes) return fail('page.tooLarge', { maxBytes: maxInspectedBytes });
  const found = magic.find(([, start]) => start.every((byte, i) => bytes[i] === byte))?.[0];
  if (found === undefined) return fail('page.notAnImage');
  if (found !== declaredMime) return fail('page.typeMismatch', { declared: declaredMime, found });
  if (found === 'application/pdf') return ofPdf(bytes);
  const size = found === 'image/png' ? pngHeader(bytes) : jpegHeader(bytes);
  if (size === null) return fail('page.notAnImage');
  if (size.width * size.height > maxPixels) return fail('page.tooLarge', { maxBytes: maxInspectedBytes });
  return ok({ mime: found, ...size, pages: 1 });
}

function ofPdf(bytes: Uint8Array): Result<PageInspection> {
  const pdf = inspectPdf(bytes);
  if (pdf.kind === 'broken') return fail('page.notAnImage');
  if (pdf.kind === 'active') return fail('page.pdfWithScript');
  if (pdf.kind === 'bomb') return fail('page.tooLarge', { maxBytes: maxInspectedBytes });
  return ok({ mime: 'application/pdf', width: pdf.width, height: pdf.height, pages: pdf.pages });
}
