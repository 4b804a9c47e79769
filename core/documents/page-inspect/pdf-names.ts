/** Names of things in a PDF that act or carry files (ISO 32000 §§7.11, 12.6, 13): long enough not to occur by chance. */
const actives = new Set([
  'JavaScript',
  'Launch',
  'EmbeddedFile',
  'EmbeddedFiles',
  'FileAttachment',
  'RichMedia',
  'SubmitForm',
  'ImportData',
  'GoToE',
  'XFA',
]);
/** Two letters do occur by chance in compressed data: these count only outside it. */
const shortActives = new Set(['JS', 'EF']);

/** A name of letters and #xx escapes, ended by a delimiter: `/JavaScript`, `/J#61vaScript`. */
const namePattern = /\/((?:[A-Za-z]|#[0-9A-Fa-f]{2}){2,120})(?=[\0\t\n\f\r ()<>[\]{}/%]|$)/g;

/** Every name in a piece of PDF with its escapes undone, and where it stands. */
export function* namesIn(text: string): Generator<{ name: string; at: number }> {
  for (const match of text.matchAll(namePattern)) {
    const raw = match[1] ?? '';
    const name = raw.includes('#')
      ? raw.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
      : raw;
    yield { name, at: match.index };
  }
}

/** True when the text names something active; `isCode` says that it is PDF syntax, not compressed data. */
export function hasActiveName(text: string, isCode: boolean): boolean {
  for (const { name } of namesIn(text))
    if (actives.has(name) || (isCode && shortActives.has(name))) return true;
  return false;
}
