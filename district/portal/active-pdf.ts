import { constants, inflateSync } from 'node:zlib';

/** Names of what acts or carries files in a PDF (ISO 32000 §§7.11, 12.6, 13). */
const actives =
  /^(JavaScript|JS|Launch|EmbeddedFiles?|FileAttachment|RichMedia|SubmitForm|ImportData|GoToE|XFA|EF)$/;
/** Two letters occur by chance in what is packed data: these count only in PDF syntax. */
const long = /.{3,}/;
const names = /\/((?:[A-Za-z]|#[0-9A-Fa-f]{2}){2,120})(?=[\0\t\n\f\r ()<>[\]{}/%]|$)/g;
const streamStart = /(?<!end)stream\r?\n/g;

const MAX_STREAMS = 20_000;
const MAX_INFLATED = 64_000_000;

/**
 * Why a PDF from outside is not taken, or null: `broken` (no end, no page, encrypted) or `active` (a script, a launch, an
 * attachment; or so much packed in it that it cannot be looked into). Nothing of it is run or drawn.
 */
export function pdfProblem(bytes: Buffer): 'broken' | 'active' | null {
  const text = bytes.toString('latin1');
  if (!/%%EOF\s*$/.test(text.slice(-1024)) || !text.includes('startxref')) return 'broken';
  if (namesIn(text).some((name) => long.test(name) && actives.test(name))) return 'active';
  const syntax = withoutStreams(text);
  const packed = objectStreams(bytes, text);
  if (packed === null) return 'active';
  const all = [syntax, ...packed].flatMap(namesIn);
  if (all.some((name) => actives.test(name))) return 'active';
  if (all.includes('Encrypt')) return 'broken';
  return [syntax, ...packed].some((part) => /\/Type\s*\/Page(?![A-Za-z])/.test(part)) ? null : 'broken';
}

/** Every name with its escapes undone: `/J#61vaScript` is `JavaScript`. */
const namesIn = (text: string): string[] =>
  [...text.matchAll(names)].map((match) =>
    (match[1] ?? '').replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
  );

/** A loop, not a pattern: a stream without an end must not cost a search of the rest each time. */
function withoutStreams(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const { index } of text.matchAll(streamStart)) {
    if (index < from) continue;
    const end = text.indexOf('endstream', index);
    if (end === -1) break;
    parts.push(text.slice(from, index));
    from = end;
  }
  return [...parts, text.slice(from)].join('\n');
}

/** The inflated object streams; null when there is too much, or one is announced that is packed in another way. */
function objectStreams(bytes: Buffer, text: string): string[] | null {
  const texts: string[] = [];
  let left = MAX_INFLATED;
  let count = 0;
  let unread = namesIn(text).filter((name) => name === 'ObjStm').length;
  for (const match of text.matchAll(streamStart)) {
    if ((count += 1) > MAX_STREAMS) return null;
    const body = bytes.subarray(match.index + match[0].length);
    // Known by how the content begins: pairs of numbers, whatever the dictionary says.
    if (!/^(?:\s|%[^\r\n]*[\r\n])*\d+\s+\d+\s/.test(inflated(body.subarray(0, 512), 65_536) ?? '')) continue;
    const inner = inflated(body, left);
    if (inner === null) return null;
    left -= inner.length;
    texts.push(inner);
    unread -= 1;
  }
  return unread > 0 ? null : texts;
}

/** Null when it is more than `max` bytes; '' when it is not packed in this way. */
function inflated(data: Buffer, max: number): string | null {
  try {
    return inflateSync(data, { maxOutputLength: max, finishFlush: constants.Z_SYNC_FLUSH }).toString(
      'latin1',
    );
  } catch (error) {
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? null : '';
  }
}
