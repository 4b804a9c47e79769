import { pinyin } from 'pinyin-pro';

const letters = (name: string): string => name.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

/**
 * One token per character, by code point: FTS5's own tokenizers take characters newer than Unicode 6.1 (𬭸) for
 * punctuation. Dots in names are left out, so 阿卜杜拉·示例 is found with and without.
 */
export function nameTokens(name: string): string {
  const characters = [...letters(name).toLowerCase()];
  return characters.map((character) => `u${(character.codePointAt(0) ?? 0).toString(16)}`).join(' ');
}

/** Toneless pinyin of a name run together, and its initials; the first character is read as a surname (单 shan, 曾 zeng). */
export function namePinyin(name: string): { pinyin: string; initials: string } {
  const syllables = pinyin(letters(name), { toneType: 'none', type: 'array', surname: 'head', v: true });
  const plain = syllables.map((syllable) => syllable.toLowerCase());
  return { pinyin: plain.join(''), initials: plain.map((syllable) => [...syllable][0] ?? '').join('') };
}

/** What a typed search could mean; absent parts do not apply. */
export interface SearchTerms {
  /** A whole ID number, normalised. */
  idNumber?: string;
  /** FTS5 phrase for `case_names`. */
  phrase?: string;
  /** Beginning of pinyin or initials. */
  latin?: string;
  /** Beginning of a case code or number. */
  code: string;
}

export function searchTerms(text: string): SearchTerms | null {
  const code = text.normalize('NFKC').trim();
  if (code === '') return null;
  const compact = code.replace(/\s/g, '').toUpperCase();
  const tokens = nameTokens(code);
  return {
    code,
    ...(/^\d{17}[\dX]$/.test(compact) ? { idNumber: compact } : {}),
    ...(tokens === '' ? {} : { phrase: `"${tokens}"` }),
    ...(/^[a-zA-Z ']+$/.test(code) ? { latin: compact.replace(/'/g, '').toLowerCase() } : {}),
  };
}
