import type { PageMime } from '../../domain/application/evidence.ts';
import { fail, ok, type Result } from '../../domain/values/result.ts';

export interface PageFacts {
  mime: PageMime;
  width: number;
  height: number;
}

/** Largest page taken, in bytes. */
export const maxPageBytes = 25 * 1024 * 1024;

const magic: Record<PageMime, readonly number[]> = {
  'image/jpeg': [0xff, 0xd8, 0xff],
  'image/png': [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  'application/pdf': [0x25, 0x50, 0x44, 0x46, 0x2d],
};

/** Checks that bytes are what the page says they are. */
export async function checkPage(bytes: Uint8Array, declared: PageFacts): Promise<Result<PageFacts>> {
  if (bytes.byteLength > maxPageBytes) return fail('page.tooLarge', { maxBytes: maxPageBytes });
  const found = (Object.keys(magic) as PageMime[]).find((mime) =>
    magic[mime].every((byte, i) => bytes[i] === byte),
  );
  if (!found) return fail('page.notAnImage');
  if (found !== declared.mime) return fail('page.typeMismatch', { declared: declared.mime, found });
  return ok(declared);
}
