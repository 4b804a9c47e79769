import { greyOf, type Picture } from './picture.ts';
import { area, isConvex, orderCorners, scaleQuad, type Quad } from './quad.ts';
import { refineQuad } from './refine-quad.ts';

/** The finder looks at a reduction of this size; 7–25 px off in full HD, which refining takes below 2. */
const LOOK_SIDE = 800;
/** A page fills at least this share of the picture. */
const SMALLEST_SHARE = 0.06;

/**
 * The page's corners in a camera picture, or null. Runs in the page or a worker; loads its WebAssembly (27 KB inside the
 * module) the first time and nothing from anywhere else. OpenCV.js was not taken: 10.9 MB, and it makes functions from
 * text, which the page's policy forbids.
 */
export async function findPage(picture: Picture): Promise<Quad | null> {
  const { scanDocument } = await import('scanic');
  const image = new ImageData(picture.data, picture.width, picture.height);
  const found = await scanDocument(image, { mode: 'detect', maxProcessingDimension: LOOK_SIDE });
  if (!found.success || !found.corners) return null;
  const { topLeft, topRight, bottomRight, bottomLeft } = found.corners;
  const rough = orderCorners([topLeft, topRight, bottomRight, bottomLeft]);
  const scale = Math.max(picture.width, picture.height) / LOOK_SIDE;
  const reach = Math.ceil(14 * Math.max(1, scale));
  const quad = refineQuad(greyOf(picture), rough, reach);
  const share = area(quad) / (picture.width * picture.height);
  return isConvex(quad) && share >= SMALLEST_SHARE ? quad : null;
}

/** The page in a small picture, told in the pixels of the picture it was reduced from. */
export async function findPageIn(small: Picture, fullWidth: number): Promise<Quad | null> {
  const quad = await findPage(small);
  return quad && scaleQuad(quad, fullWidth / small.width);
}
