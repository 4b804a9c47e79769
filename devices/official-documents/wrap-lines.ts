/** Never first on a line; they hold on to what stands before them. */
const closers = '，。、；：？！）》〉】〕」』”’％…—·,.;:?!)]}%';
/** Never last on a line; they hold on to what follows. */
const openers = '（《〈【〔「『“‘([{￥¥';

/** Width of a piece of text in points. */
export type Measure = (text: string) => number;

/**
 * Breaks one paragraph into lines after the rules of Chinese print (避头尾): between any two characters, but not before a closing
 * nor after an opening mark, and not inside a number, a day or Latin word unless it fills a line by itself. `first` narrows the first line.
 */
export function wrapLines(text: string, width: number, measure: Measure, first = 0): string[] {
  const lines: string[] = [];
  let line = '';
  const room = () => width - (lines.length === 0 ? first : 0);
  const put = (piece: string) => {
    if (line !== '' && measure(line + piece.trimEnd()) > room()) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += line === '' ? piece.trimStart() : piece;
  };
  for (const piece of piecesOf(text)) {
    if (measure(piece.trim()) <= room()) put(piece);
    else for (const char of piece) put(char);
  }
  lines.push(line.trimEnd());
  return lines;
}

/** Runs that must not be broken. */
function piecesOf(text: string): string[] {
  const atoms = text.match(/\d+年|\d+月\d+日|[!-~À-ɏ]+ *| +|\P{M}\p{M}*/gu) ?? [];
  const pieces: string[] = [];
  let holds = false;
  for (const atom of atoms) {
    if (pieces.length > 0 && (holds || closers.includes(atom[0] ?? ''))) pieces[pieces.length - 1] += atom;
    else pieces.push(atom);
    holds = openers.includes(atom.at(-1) ?? '');
  }
  return pieces;
}
