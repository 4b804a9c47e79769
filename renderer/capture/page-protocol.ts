import type { PageWarning } from './quality.ts';
import type { Quad } from './quad.ts';

/** A page ready to be filed: JPEG, its size in pixels, and what to warn of. */
export interface FinishedPage {
  readonly jpeg: Blob;
  readonly width: number;
  readonly height: number;
  readonly warnings: readonly PageWarning[];
}

/** A still the worker keeps until the next one comes. */
export interface PlacedStill {
  readonly width: number;
  readonly height: number;
  /** corners in pixels of the still, null when no page was found */
  readonly quad: Quad | null;
  /** JPEG of at most 1600 px, for the screen */
  readonly view: Blob;
}

/** Calls the page worker answers, by name. */
export interface PageCalls {
  /** Page in a live frame reduced from `fullWidth`; corners in pixels of the full frame. Takes the bitmap over. */
  look: { argument: { frame: ImageBitmap; fullWidth: number }; result: Quad | null };
  /** Puts a still on the table (takes the bitmap over): its size, the page found, and a picture of it to show. */
  place: { argument: { still: ImageBitmap }; result: PlacedStill };
  /** Cuts a page out of the still on the table. */
  finish: { argument: { quad: Quad; quarters: number; maxSide: number }; result: FinishedPage };
}
export type PageCall = keyof PageCalls;

export type PageRequest = {
  [K in PageCall]: { id: number; call: K; argument: PageCalls[K]['argument'] };
}[PageCall];

export type PageReply =
  { id: number; ok: true; result: PageCalls[PageCall]['result'] } | { id: number; ok: false };
