/** Dark enough for white text (≥ 5:1), far enough apart to notice that the person changed. */
const colours = [
  '#7a2e0e',
  '#14532d',
  '#1e4a7a',
  '#5b2a86',
  '#7a1f4b',
  '#0f5560',
  '#5a4a00',
  '#3b3f8f',
  '#69331f',
  '#245c3c',
] as const;

/** The same person always has the same colour. */
export function personColour(personId: string): string {
  let hash = 0;
  for (const character of personId) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return colours[hash % colours.length] ?? colours[0];
}
