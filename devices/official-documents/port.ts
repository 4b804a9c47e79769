import type { DocumentData } from '../../domain/official-documents/document-kinds.ts';
import type { Result } from '../../domain/values/result.ts';

export interface DocumentRenderer {
  /** PDF bytes with embedded fonts. Failure: receipt.glyphMissing with the characters no font has. Throws for data of no kind. */
  render(data: DocumentData): Promise<Result<Uint8Array>>;
}
