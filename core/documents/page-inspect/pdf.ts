import { hasActiveName, namesIn } from './pdf-names.ts';
import { objectStreams, streamStart } from './pdf-object-streams.ts';

export type PdfFindings =
  | { kind: 'plain'; pages: number; width: number; height: number }
  | { kind: 'broken' }
  | { kind: 'active' }
  | { kind: 'bomb' };

/**
 * A look at a PDF without running or rendering any of it. The whole file is searched for active names, also inside
 * what claims to be data, and so is every object stream; what cannot be looked into counts as active.
 */
export function inspectPdf(bytes: Uint8Array): PdfFindings {
  // One character a byte, so that places in the text are places in the bytes.
  const text = new TextDecoder('latin1').decode(bytes);
  if (!/%%EOF\s*$/.test(text.slice(-1_024)) || !text.includes('startxref')) return { kind: 'broken' };
  const code = withoutStreams(text);
  if (hasActiveName(text, false) || hasActiveName(code, true)) return { kind: 'active' };
  for (const { name } of namesIn(code)) if (name === 'Encrypt') return { kind: 'broken' };
  const streams = objectStreams(bytes, text);
  if (streams.kind !== 'read') return streams;
  if (streams.texts.some((inner) => hasActiveName(inner, true))) return { kind: 'active' };
  return measure([code, ...streams.texts]);
}

/** The text between streams. A loop, not a pattern: an unclosed stream must not cost a search of the rest each time. */
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

function measure(texts: string[]): PdfFindings {
  const count = (part: string) => part.match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0;
  const pages = texts.reduce((sum, part) => sum + count(part), 0);
  if (pages === 0) return { kind: 'broken' };
  const box = /\/MediaBox\s*\[\s*([-\d.]+)\s+([-\d.]+)\s+([-\d.]+)\s+([-\d.]+)\s*\]/.exec(texts.join('\n'));
  const [left = 0, low = 0, right = 0, high = 0] = (box ?? []).slice(1).map(Number);
  const side = (from: number, to: number) => Math.round(Math.abs(to - from)) || 0;
  return { kind: 'plain', pages, width: side(left, right), height: side(low, high) };
}
