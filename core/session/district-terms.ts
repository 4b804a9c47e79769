import { LoginReply } from '../../contract/sync/accounts.ts';
import { amountsOn } from '../../domain/rules/amounts-list.ts';
import type { LocalAmounts } from '../../domain/rules/local-amounts.ts';
import type { IsoDate } from '../../domain/values/iso-date.ts';
import { refuse, type Refused } from '../handler.ts';
import type { StoreReader, StoreWriter } from '../ports/store.ts';

const termsKey = 'district.terms';
const Stored = LoginReply.pick({ amounts: true, verifiable: true });

/** What the district decides by, as it told at the latest login over the network. */
export type DistrictTerms = Pick<LoginReply, 'amounts' | 'verifiable'>;

/** The terms of one day. */
export type TermsInForce = Pick<DistrictTerms, 'verifiable'> & { amounts: LocalAmounts };

export async function rememberTerms(tx: StoreWriter, { amounts, verifiable }: DistrictTerms): Promise<void> {
  await tx.setSetting(termsKey, JSON.stringify({ amounts, verifiable }));
}

/** Kept for work without network. A station that never heard of any has none: to assume some would be a guess. */
export async function districtTerms(reader: StoreReader): Promise<DistrictTerms> {
  const text = await reader.setting(termsKey);
  return text === null ? { amounts: [], verifiable: [] } : Stored.parse(JSON.parse(text));
}

export async function termsOn(
  reader: StoreReader,
  day: IsoDate,
): Promise<{ ok: true; value: TermsInForce } | Refused<'amounts.noneInForce'>> {
  const { amounts: all, verifiable } = await districtTerms(reader);
  const amounts = amountsOn(all, day);
  return amounts ? { ok: true, value: { amounts, verifiable } } : refuse('amounts.noneInForce', { day });
}
