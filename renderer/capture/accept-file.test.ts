import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { judgeFile, MAX_FILE_BYTES } from './accept-file.ts';

const bytes = (...parts: (number[] | Uint8Array)[]) => new Blob(parts.map((p) => Uint8Array.from(p)));
const be = (n: number, length: number) =>
  Array.from({ length }, (_, i) => (n >>> (8 * (length - 1 - i))) & 255);
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const png = (width: number, height: number) =>
  bytes(
    PNG,
    be(13, 4),
    [...'IHDR'].map((c) => c.charCodeAt(0)),
    be(width, 4),
    be(height, 4),
    [8, 0, 0, 0, 0],
    deflateSync(Buffer.alloc(10)),
  );
/** A JPEG's head: APP1 of some length, DHT, then the frame header. */
const jpeg = (width: number, height: number) =>
  bytes(
    [0xff, 0xd8],
    [0xff, 0xe1],
    be(300, 2),
    new Uint8Array(298),
    [0xff, 0xc4, 0, 4, 1, 2],
    [0xff, 0xc0, 0, 17, 8],
    be(height, 2),
    be(width, 2),
    new Uint8Array(10),
  );

describe('judgeFile', () => {
  it('takes JPEG, PNG and PDF by what they are', async () => {
    expect(await judgeFile(jpeg(1240, 1754))).toEqual({ ok: true, mime: 'image/jpeg' });
    expect(await judgeFile(png(1240, 1754))).toEqual({ ok: true, mime: 'image/png' });
    expect(await judgeFile(new Blob(['%PDF-1.7\n…']))).toEqual({ ok: true, mime: 'application/pdf' });
  });
  it.each([
    ['text', new Blob(['材料']), 'wrongType'],
    ['nothing', new Blob([]), 'empty'],
    ['more than 20 MB', new Blob(['%PDF-', new Uint8Array(MAX_FILE_BYTES)]), 'tooLarge'],
    ['a picture that would fill the memory', png(40_000, 40_000), 'tooManyPixels'],
    ['a JPEG without a frame', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0, 0]), 'unreadable'],
  ])('refuses %s', async (_, file, problem) => {
    expect(await judgeFile(file)).toEqual({ ok: false, problem });
  });
  it('takes exactly 20 MB', async () => {
    const file = new Blob(['%PDF-', new Uint8Array(MAX_FILE_BYTES - 5)]);
    expect(await judgeFile(file)).toMatchObject({ ok: true });
  });
});
