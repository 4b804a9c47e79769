import type { PageWarning } from './quality.ts';
import type { Quad } from './quad.ts';

/** A page ready to be filed: JPEG, its size in pixels, and what to warn of. */
export interface FinishedPage {
  readonly jpeg: Blob;
  readonly width: number;
  readonly height: number;
  readonly warnings: readonly PageWarning[];
}

/** Calls the page worker answers, by name. */
export interface PageCalls {
  /** Page in a live frame reduced from `fullWidth`; corners in pixels of the full frame. Takes the bitmap over. */
  look: { argument: { frame: ImageBitmap; fullWidth: number }; result: Quad | null };
  /** Puts a still on the table (takes the bitmap over): its size and the page found. */
  place: { argument: { still: ImageBitmap }; result: { width: number; height: number; quad: Quad | null } };
  /** Cuts a page out of the still on the table. */
  finish: { argument: { quad: Quad; quarters: number; maxSide: number }; result: FinishedPage };
}
export type PageCall = keyof PageCalls;

export type PageRequest = {
  [K in PageCall]: { id: number; call: K; argument: PageCalls[K]['argument'] };
}[PageCall];

export type PageReply =
  { id: number; ok: true; result: PageCalls[PageCall]['result'] } | { id: number; ok: false };
