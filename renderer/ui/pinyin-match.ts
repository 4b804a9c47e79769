import { pinyin } from 'pinyin-pro';

const index = new Map<string, { whole: string; initials: string }>();

function spelled(text: string): { whole: string; initials: string } {
  const known = index.get(text);
  if (known) return known;
  // ü is typed as v: 女 is nv.
  const syllables = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
  const entry = {
    whole: syllables.join('').toLowerCase(),
    initials: syllables
      .map((s) => s.charAt(0))
      .join('')
      .toLowerCase(),
  };
  index.set(text, entry);
  return entry;
}

/** Whether a typed word finds an entry: by its characters, its pinyin (yangjiaping) or its initials (yjp). */
export function matchesPinyin(text: string, typed: string): boolean {
  const word = typed.trim().toLowerCase().replace(/[\s']/g, '');
  if (!word) return true;
  if (text.toLowerCase().replace(/[\s']/g, '').includes(word)) return true;
  if (!/^[a-z0-9]+$/.test(word)) return false;
  const { whole, initials } = spelled(text);
  return whole.includes(word) || initials.includes(word);
}
