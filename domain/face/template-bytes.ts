import { TEMPLATE_LENGTH } from './models.ts';
import { normalise } from './cosine.ts';

/** A template as it travels and is stored: 512 little-endian float32, 2,048 bytes. */
export function templateToBytes(template: Float32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(template.length * 4);
  const view = new DataView(bytes.buffer);
  template.forEach((x, i) => view.setFloat32(i * 4, x, true));
  return bytes;
}

/** The unit template in these bytes, or null when they are no template (length, NaN, zero). */
export function templateFromBytes(bytes: Uint8Array): Float32Array | null {
  if (bytes.byteLength !== TEMPLATE_LENGTH * 4) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const template = Float32Array.from({ length: TEMPLATE_LENGTH }, (_, i) => view.getFloat32(i * 4, true));
  return normalise(template);
}
