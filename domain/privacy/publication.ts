import { z } from 'zod';
import { Fen } from '../values/fen.ts';
import { PersonName } from '../values/person-name.ts';

/**
 * All that a publication (公布) may carry: name, number of members, monthly amount in 分. Strict, so that any
 * other field is refused instead of printed (《社会救助法》第十一条、第四十五条; annex of 九龙坡民政〔2023〕251号).
 */
export const PublicationEntry = z.strictObject({
  name: PersonName,
  members: z.int().min(1).max(99),
  amountFen: Fen,
});
export type PublicationEntry = z.infer<typeof PublicationEntry>;

/** Picks the three fields out of a larger record; what else the record knows cannot get through. */
export function toPublicationEntry(record: PublicationEntry): PublicationEntry {
  return PublicationEntry.parse({
    name: record.name,
    members: record.members,
    amountFen: record.amountFen,
  });
}
