import { constants, inflateSync } from 'node:zlib';
import { namesIn } from './pdf-names.ts';

type ObjectStreams = { kind: 'read'; texts: string[] } | { kind: 'active' } | { kind: 'bomb' };

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
  for (const { name, at } of namesIn(text)) {
    if (name === 'ObjStm' && !readAt.has(starts.find((start) => start > at) ?? -1)) return { kind: 'active' };
  }
  return { kind: 'read', texts };
}

function streamStarts(text: string): number[] {
  return [...text.matchAll(/(?<!end)stream\r?\n/g)].map((match) => match.index + match[0].length);
}

/** An object stream begins with pairs of numbers: object, offset; a few content streams do too, and do no harm. */
function beginsLikeObjects(body: Uint8Array): boolean {
  // Not compressed at all is allowed too; then the search of the whole file has seen it.
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
