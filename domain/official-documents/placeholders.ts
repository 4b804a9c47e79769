/** Room to write by hand, where a value is not known yet. */
const blank = '＿＿＿＿＿＿';
const place = /\{([^{}]*)\}/g;

/** The names in {…}, in order. */
export const placesOf = (text: string): string[] =>
  [...text.matchAll(place)].map(([, name = '']) => name.trim());

/** Braces that do not close, or close nothing. */
export const hasLooseBrace = (text: string): boolean => /[{}]/.test(text.replaceAll(place, ''));

/**
 * Puts the values in, once: a value that itself looks like {编号} stays as it is. Unknown names cannot occur, the template
 * was checked; they are left standing so that a fault shows.
 */
export function fillPlaces(text: string, values: ReadonlyMap<string, string | null>): string {
  return text.replaceAll(place, (whole, name: string) => {
    const value = values.get(name.trim());
    return value === undefined ? whole : (value ?? blank);
  });
}

/** As `fillPlaces`, but an answer that is nothing but an unknown value leaves its box empty. */
export function fillCell(text: string, values: ReadonlyMap<string, string | null>): string {
  const [only = ''] = placesOf(text);
  return /^\{[^{}]*\}$/.test(text) && values.get(only) === null ? '' : fillPlaces(text, values);
}
