import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { CaseState } from '../../../domain/case/case-state.ts';
import { formatYuan } from '../../../domain/values/fen.ts';

/** What was posted about a household, read from the posted file: these three and nothing else. */
export interface Published {
  name: string;
  members: string;
  amount: string;
}

/** The pieces of text of a PDF, in the order in which they are drawn, without spaces. */
async function piecesOf(pdf: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: Uint8Array.from(pdf), useSystemFonts: false });
  const file = await task.promise;
  const pieces: string[] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const { items } = await (await file.getPage(number)).getTextContent();
    pieces.push(...items.map((item) => ('str' in item ? item.str.replace(/\s/g, '') : '')));
  }
  await task.destroy();
  return pieces.filter((piece) => piece !== '');
}

/** Reads the three fields of a 公布 and throws when any other value of the household stands in it. */
export async function readPublication(pdf: Uint8Array, state: CaseState): Promise<Published> {
  const pieces = await piecesOf(pdf);
  const after = pieces.findIndex((piece) => piece.startsWith('金额'));
  const [name = '', members = '', amount = ''] = pieces.slice(after + 1, after + 4);
  const text = pieces.join('\n');
  const found = [...otherValues(state, name)].filter((value) => stands(value, text, amount));
  if (found.length > 0) throw new Error(`the publication gives away ${String(found.length)} values`);
  return { name, members, amount };
}

/** Every text and every sum of the application but the applicant's name. */
function otherValues(state: CaseState, name: string): Set<string> {
  const values = new Set<string>();
  const collect = (value: unknown): void => {
    if (typeof value === 'string' && value !== '') values.add(value);
    else if (typeof value === 'object' && value !== null) Object.entries(value).forEach(collectEntry);
  };
  const collectEntry = ([key, value]: [string, unknown]): void => {
    if (key.endsWith('Fen') && typeof value === 'number' && value > 0) values.add(formatYuan(value));
    collect(value);
  };
  collect(state.application);
  values.delete(name);
  return values;
}

/** A number stands there only as a whole: 600.00 is not in 1600.00. */
function stands(value: string, text: string, amount: string): boolean {
  if (value === amount) return false;
  if (!/^[\d,.]+$/.test(value)) return text.includes(value);
  return text.split(/[^\d,.]+/).includes(value);
}
