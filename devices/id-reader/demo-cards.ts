import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { IdNumber } from '../../domain/values/id-number.ts';
import { IsoDate } from '../../domain/values/iso-date.ts';

/** A fictional card as a file describes it; sex and birth follow from the number, as on a real card. */
export const DemoCard = z.strictObject({
  name: z.string().min(1).max(60),
  idNumber: IdNumber,
  ethnicity: z.string().max(20).default(''),
  address: z.string().max(120).default(''),
  issuer: z.string().max(60).default(''),
  validFrom: IsoDate,
  validUntil: z.union([IsoDate, z.literal('长期')]),
  /** JPEG or PNG beside the file that names it. */
  photo: z.string().min(1).optional(),
});
export type DemoCard = z.infer<typeof DemoCard>;

/** Reads a JSON list of cards; photos become absolute paths. Throws with the path of the field that is wrong. */
export async function loadDemoCards(file: string): Promise<DemoCard[]> {
  const cards = z.array(DemoCard).parse(JSON.parse(await readFile(file, 'utf8')));
  const here = dirname(file);
  return cards.map((card) =>
    card.photo === undefined ? card : { ...card, photo: resolve(here, card.photo) },
  );
}
