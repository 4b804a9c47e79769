import { crc32, deflateSync } from 'node:zlib';

/** A whole grey PNG; another `shade` gives other bytes, `level` 0 one as large as its pixels. */
export function tinyPng(shade: number, size = 16, level = 6): Uint8Array {
  const rows = Buffer.alloc(size * (size + 1), shade & 0xff);
  for (let row = 0; row < size; row += 1) rows[row * (size + 1)] = 0;
  // Shades beyond a byte still differ: they mark the first pixels.
  rows.writeUInt16BE((shade >> 8) & 0xffff, 1);
  return greyPng(size, rows, level);
}

/** A whole PNG of `size`² grey pixels; `rows` are the filtered scan lines, `size + 1` bytes each. */
export function greyPng(size: number, rows: Buffer, level = 6): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const parts = [
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level })),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return new Uint8Array(Buffer.concat(parts));
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}
