import { z } from 'zod';
import type { CardFields } from '../../core/ports/devices.ts';
import { parseIdNumber } from '../../domain/values/id-number.ts';
import { isIsoDate } from '../../domain/values/iso-date.ts';
import { cardName } from './card-name.ts';

/** Every answer of the service: 0 is success, as a number or a string depending on its version. */
export const VendorStatus = z.object({
  resultFlag: z.union([z.number(), z.string().trim()]).pipe(z.coerce.number()),
});

const text = z.string().max(500).default('');
const day = z
  .string()
  .trim()
  .regex(/^\d{8}$/)
  .transform((d) => `${d.slice(0, 4)}-${d.slice(4, 6)}-${d.slice(6)}`);
const date = day.refine(isIsoDate);

const VendorCard = z.object({
  resultContent: z.object({
    partyName: z.string().max(200),
    certNumber: z.string().max(40),
    gender: z.union([z.string(), z.number()]).optional(),
    nation: text,
    bornDay: z.union([date, z.literal('')]).default(''),
    certAddress: text,
    expDate: z
      .union([
        date,
        z
          .string()
          .trim()
          .pipe(z.enum(['长期', ''])),
      ])
      .default(''),
    identityPic: z.string().max(4_000_000).optional(),
  }),
});

/** The card in a `readcard` answer, or null when anything about it is not as it should be. */
export function parseVendorCard(answer: unknown): CardFields | null {
  const parsed = VendorCard.safeParse(answer);
  if (!parsed.success) return null;
  const card = parsed.data.resultContent;
  const number = parseIdNumber(card.certNumber);
  const name = cardName(card.partyName);
  if (!number.ok || name === null) return null;
  return {
    name,
    idNumber: number.value,
    sex: sexOf(card.gender, number.value),
    birth: card.bornDay === '' ? null : card.bornDay,
    ethnicity: card.nation.trim(),
    address: card.certAddress.trim(),
    validUntil: card.expDate,
    photo: photoOf(card.identityPic),
  };
}

/** 男/女 count as read; the number codes differ between versions (女 is 0 or 2), so they must agree with the ID number. */
function sexOf(gender: string | number | undefined, idNumber: string): CardFields['sex'] {
  const byNumber = Number(idNumber[16]) % 2 === 1 ? 'male' : 'female';
  const code = String(gender ?? '').trim();
  if (code === '男') return 'male';
  if (code === '女') return 'female';
  if (code === '1') return byNumber === 'male' ? 'male' : null;
  return (code === '0' || code === '2') && byNumber === 'female' ? 'female' : null;
}

/** JPEG or PNG bytes; a card without a picture that can be used is still a card. */
function photoOf(base64: string | undefined): Uint8Array | null {
  const encoded = (base64 ?? '').replace(/^data:image\/\w+;base64,/, '');
  const bytes = new Uint8Array(Buffer.from(encoded, 'base64'));
  const begins = (...start: number[]) => start.every((byte, i) => bytes[i] === byte);
  return begins(0xff, 0xd8, 0xff) || begins(0x89, 0x50, 0x4e, 0x47) ? bytes : null;
}
