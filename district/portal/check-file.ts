import type { PageMime } from '../../domain/application/evidence.ts';
import { pageMimeOf, pictureSize } from '../../domain/application/page-magic.ts';
import { Refusal } from '../http/refusal.ts';
import { sha256Bytes } from '../sync/sha256.ts';
import { pdfProblem } from './active-pdf.ts';

export const maxPageBytes = 20_000_000;
/** A3 at 600 dpi has 70 million; a small file that claims more wants the memory of whoever opens it. */
const maxPixels = 100_000_000;

/** A file of an application as it was checked; what the sender said of it counts for nothing but to be compared. */
export interface CheckedFile {
  bytes: Buffer;
  digest: string;
  mime: PageMime;
  /** Pixels; 0 for a PDF. */
  width: number;
  height: number;
}

/**
 * Reads a file out of its base64 and looks at it before anything keeps it. Refuses (422, with `where` in the request):
 * page.notAnImage, page.typeMismatch {declared, found}, page.tooLarge {maxBytes}, page.pdfWithScript.
 */
export function checkFile(base64: string, declared: PageMime, where: string): CheckedFile {
  const no = (code: string, data: Record<string, unknown> = {}) => new Refusal(422, code, { where, ...data });
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length === 0 || bytes.toString('base64') !== base64) throw no('page.notAnImage');
  if (bytes.length > maxPageBytes) throw no('page.tooLarge', { maxBytes: maxPageBytes });
  const mime = pageMimeOf(bytes);
  if (mime === null) throw no('page.notAnImage');
  if (mime !== declared) throw no('page.typeMismatch', { declared, found: mime });
  const digest = sha256Bytes(bytes);
  if (mime === 'application/pdf') {
    const problem = pdfProblem(bytes);
    if (problem) throw no(problem === 'active' ? 'page.pdfWithScript' : 'page.notAnImage');
    return { bytes, digest, mime, width: 0, height: 0 };
  }
  const size = pictureSize(bytes, mime);
  if (!size) throw no('page.notAnImage');
  if (size.width * size.height > maxPixels) throw no('page.tooLarge', { maxBytes: maxPageBytes });
  return { bytes, digest, mime, ...size };
}
