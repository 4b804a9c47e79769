import type { Page } from '../../domain/application/evidence.ts';
import { greyOf, shrink, type Grey, type Picture } from './picture.ts';

export type PageWarning = Page['warnings'][number];

/** What the pixels of one straightened page say. */
export interface PageQuality {
  /** luma of the paper: brighter than 90 % of the page */
  readonly paper: number;
  /** what the paper is mostly like: the middle of all that is not writing or table */
  readonly usual: number;
  /** share of pixels burnt out */
  readonly burnt: number;
  /** share of pixels where brightness changes like at the edge of writing */
  readonly edges: number;
  /** how wide those edges are smeared, pixels: 0.8 for print in focus, 2 and more where writing runs together */
  readonly smear: number;
  /** share of pixels that change at a quarter of the size: lines of writing show there even when smeared */
  readonly traces: number;
  readonly longSide: number;
}

/** Judged at this size, whatever the camera: what counts is whether writing on the page can be read. */
const JUDGED_SIDE = 1000;
const LIMITS = {
  paper: 95,
  glareShare: 0.012,
  glarePaper: 228,
  edges: 0.0012,
  smear: 1.9,
  traces: 0.004,
  longSide: 700,
};

/** The level that this share of the pixels from `from` up stays below. */
function shareBelow(grey: Grey, share: number, from = 0): number {
  const counts = new Uint32Array(256);
  for (const value of grey.data) {
    const level = Math.min(255, value | 0);
    counts[level] = (counts[level] ?? 0) + 1;
  }
  const all = counts.subarray(from).reduce((sum, n) => sum + n, 0);
  let seen = 0;
  for (let level = from; level < 256; level++) {
    seen += counts[level] ?? 0;
    if (seen >= all * share) return level;
  }
  return 255;
}

/**
 * Edges of writing: a border of 3 % is left out, where table and shadow show. Smear is √(Σ gradient² ÷ Σ laplacian²) over
 * the strong gradients only: independent of how much is written and of the light, and noise counts little.
 */
function writing(grey: Grey, strong: number): { edges: number; smear: number } {
  const { width, height, data } = grey;
  const [mx, my] = [Math.max(1, Math.round(width * 0.03)), Math.max(1, Math.round(height * 0.03))];
  let [count, gradients, bends] = [0, 0, 0];
  for (let y = my; y < height - my; y++) {
    for (let x = mx; x < width - mx; x++) {
      const i = y * width + x;
      const [left, right] = [data[i - 1] ?? 0, data[i + 1] ?? 0];
      const [up, down] = [data[i - width] ?? 0, data[i + width] ?? 0];
      const [gx, gy] = [(right - left) / 2, (down - up) / 2];
      const steep = gx * gx + gy * gy;
      if (steep < strong * strong) continue;
      count++;
      gradients += steep;
      bends += (left + right + up + down - 4 * (data[i] ?? 0)) ** 2;
    }
  }
  const inner = Math.max(1, (width - 2 * mx) * (height - 2 * my));
  return { edges: count / inner, smear: Math.sqrt(gradients / Math.max(1, bends)) };
}

export function pageQuality(picture: Picture): PageQuality {
  const full = greyOf(picture);
  const grey = shrink(full, JUDGED_SIDE);
  const paper = shareBelow(grey, 0.9);
  let burnt = 0;
  for (const value of full.data) if (value >= 250) burnt++;
  return {
    paper,
    usual: shareBelow(grey, 0.5, Math.round(paper * 0.55)),
    burnt: burnt / full.data.length,
    ...writing(grey, Math.max(10, paper * 0.12)),
    traces: writing(shrink(grey, JUDGED_SIDE / 4), Math.max(3, paper * 0.03)).edges,
    longSide: Math.max(picture.width, picture.height),
  };
}

/** What to say about a page before it is taken. `cutOff` is known by whoever found the corners. */
export function pageWarnings(picture: Picture, cutOff: boolean): PageWarning[] {
  const { paper, usual, burnt, edges, smear, traces, longSide } = pageQuality(picture);
  const warnings: PageWarning[] = [];
  if (paper < LIMITS.paper) warnings.push('dark');
  // writing that shows from afar must have edges from near; without that, what edges there are is noise
  const sharp = edges >= Math.max(LIMITS.edges, traces * 0.03) && smear <= LIMITS.smear;
  if (!sharp) warnings.push(edges < LIMITS.edges && traces < LIMITS.traces ? 'blank' : 'blurred');
  // white paper that is burnt all over is only bright; a lamp's spot on greyer paper hides writing
  if (burnt > LIMITS.glareShare && usual < LIMITS.glarePaper) warnings.push('glare');
  if (cutOff) warnings.push('cutOff');
  if (longSide < LIMITS.longSide) warnings.push('small');
  return warnings;
}
