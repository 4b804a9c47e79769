import type { PageMime } from '../../domain/application/evidence.ts';
import { pictureSize } from './picture-size.ts';

/** Largest file taken from a stick or disk, bytes. */
export const MAX_FILE_BYTES = 20 * 1024 * 1024;
/** Unpacked, a picture takes four bytes a pixel: 80 million are 320 MB. */
const MAX_PIXELS = 80_000_000;
/** Bytes in which the size of a picture is told; EXIF previews come before it. */
const HEAD_BYTES = 512 * 1024;

export const FILE_PROBLEMS = {
  tooLarge: '这个文件超过 20 MB，没有收下。请降低清晰度，或者用摄像头重新拍。',
  wrongType: '只能收 JPG、PNG 图片和 PDF 文件。请换一个文件，或者用摄像头拍。',
  empty: '这个文件是空的，没有收下。请换一个文件。',
  tooManyPixels: '这张图片的尺寸太大，打不开。请缩小后再选，或者用摄像头拍。',
  unreadable: '这个文件打不开，可能已经损坏。请换一个文件，或者用摄像头拍。',
} as const;
export type FileProblem = keyof typeof FILE_PROBLEMS;

export type FileVerdict =
  { readonly ok: true; readonly mime: PageMime } | { readonly ok: false; readonly problem: FileProblem };

const starts = (bytes: Uint8Array, magic: readonly number[]) => magic.every((byte, i) => bytes[i] === byte);

/** What a file truly is, by its first bytes: a name or a declared type proves nothing. */
export async function judgeFile(file: Blob): Promise<FileVerdict> {
  if (file.size === 0) return { ok: false, problem: 'empty' };
  if (file.size > MAX_FILE_BYTES) return { ok: false, problem: 'tooLarge' };
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  if (starts(head, [0x25, 0x50, 0x44, 0x46, 0x2d])) return { ok: true, mime: 'application/pdf' };
  const png = starts(head, [0x89, 0x50, 0x4e, 0x47]);
  if (!png && !starts(head, [0xff, 0xd8, 0xff])) return { ok: false, problem: 'wrongType' };
  const size = pictureSize(head);
  if (!size || size.width * size.height === 0) return { ok: false, problem: 'unreadable' };
  if (size.width * size.height > MAX_PIXELS) return { ok: false, problem: 'tooManyPixels' };
  return { ok: true, mime: png ? 'image/png' : 'image/jpeg' };
}
