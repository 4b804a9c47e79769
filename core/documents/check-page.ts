import type { DraftPage, PageMime } from '../../domain/application/evidence.ts';
import { ok, type Result } from '../../domain/values/result.ts';
import { inspectPage } from './page-inspect/inspect-page.ts';

/** What the bytes themselves say they are; what the caller said about their size is not asked. */
export function checkPage(
  bytes: Uint8Array,
  declared: PageMime,
): Result<Pick<DraftPage, 'mime' | 'width' | 'height'>> {
  const found = inspectPage(bytes, declared);
  if (!found.ok) return found;
  const { mime, width, height } = found.value;
  return ok({ mime, width: Math.round(width), height: Math.round(height) });
}
