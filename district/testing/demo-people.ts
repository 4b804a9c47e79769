import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { CheckFact } from '../../domain/matching/facts.ts';
import { Source } from '../../domain/matching/sources.ts';
import { IdNumber } from '../../domain/values/id-number.ts';

/** A fictional person and what each department keeps about them; a source that is left out knows nothing. */
export const DemoPerson = z.strictObject({
  name: z.string().min(2).max(50),
  idNumber: IdNumber,
  facts: z.partialRecord(Source, z.array(CheckFact)),
});
export type DemoPerson = z.infer<typeof DemoPerson>;

const shipped = path.resolve(import.meta.dirname, '..', '..', 'assets', 'matching', 'demo-people.json');

/** Reads fictional people, those shipped when no file is given. Throws where one does not fit. */
export const loadDemoPeople = async (file = shipped): Promise<DemoPerson[]> =>
  z.array(DemoPerson).parse(JSON.parse(await readFile(file, 'utf8')));
