import { constants, inflateSync } from 'node:zlib';
import { namesIn } from './pdf-names.ts';

type ObjectStreams = { kind: 'read'; texts: string[] } | { kind: 'active' } | { kind: 'bomb' };

/** Where the data of a stream begins. */
export const streamStart = /(?<!end)stream\r?\n/g;

/** Looking into each stream takes time; a document of a few pages has some dozens. */
const maxStreams = 20_000;
/** All object streams of one file together; real ones of a scanned document are a few kilobytes. */
const maxInflated = 64_000_000;

/**
 * The inflated object streams (compressed PDF syntax) of a file. They are known by how their content begins, whatever
 * their dictionary says; one that is announced but packed in another way than deflate answers 'active'.
 */
export function objectStreams(bytes: Uint8Array, text: string): ObjectStreams {
  const texts: string[] = [];
  const readAt = new Set<number>();
  const starts = streamStarts(text);
  if (starts.length > maxStreams) return { kind: 'bomb' };
  let left = maxInflated;
  for (const start of starts) {
    const body = bytes.subarray(start);
    if (!beginsLikeObjects(body)) continue;
    const inner = inflate(body, left);
    if (inner === 'tooMuch') return { kind: 'bomb' };
    if (inner === null) continue;
    left -= inner.length;
    readAt.add(start);
    texts.push(inner);
  }
  let next = 0;
  for (const { name, at } of namesIn(text)) {
    if (name !== 'ObjStm') continue;
    while (next < starts.length && (starts[next] ?? 0) < at) next += 1;
    if (!readAt.has(starts[next] ?? -1)) return { kind: 'active' };
  }
  return { kind: 'read', texts };
}

function streamStarts(text: string): number[] {
  return [...text.matchAll(streamStart)].map((match) => match.index + match[0].length);
}

/** An object stream begins with pairs of numbers: object, offset; a few content streams do too, and do no harm. */
function beginsLikeObjects(body: Uint8Array): boolean {
  // Not compressed at all is allowed too; then the search of the whole file has seen it.
  if (((body[0] ?? 0) & 0x0f) !== 8) return false;
  const head = inflate(body.subarray(0, 512), maxInflated);
  return typeof head === 'string' && /^(?:\s|%[^\r\n]*[\r\n])*\d+\s+\d+\s/.test(head);
}

function inflate(data: Uint8Array, max: number): string | 'tooMuch' | null {
  try {
    const inflated = inflateSync(data, { maxOutputLength: max, finishFlush: constants.Z_SYNC_FLUSH });
    return new TextDecoder('latin1').decode(inflated);
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'tooMuch' : null;
  }
}
