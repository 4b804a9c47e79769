import { z } from 'zod';

/** 九龙坡杨家坪救受〔2026〕K7QM-012号 */
const shape = /^\p{L}{4,30}〔\d{4}〕[A-Z0-9]{4}-\d{3,7}号$/u;

/** A number (文号) as it stands on a document. */
export const OfficialNumber = z.string().regex(shape, { error: 'officialNumber.format' });
export type OfficialNumber = z.infer<typeof OfficialNumber>;

export interface NumberParts {
  /** The district in short, e.g. 九龙坡. */
  prefix: string;
  /** The issuing office in short, e.g. 杨家坪; the district's own office has e.g. 民政. */
  office: string;
  /** The 字 of the kind of document: `documentKinds[kind].word`. */
  word: string;
  year: number;
  /** Four characters that name the device. */
  deviceCode: string;
  /** 1, 2, 3 … on this device, in this year, for this word. */
  serial: number;
}

/**
 * Two windows of one office number their documents without asking each other: the device's code stands in the number, and
 * each device counts for itself. Throws for parts that would not give a valid number, since a person never types them.
 */
export function officialNumber({
  prefix,
  office,
  word,
  year,
  deviceCode,
  serial,
}: NumberParts): OfficialNumber {
  if (!Number.isSafeInteger(serial) || serial < 1) throw new RangeError(`not a serial: ${serial}`);
  return OfficialNumber.parse(
    `${prefix}${office}${word}〔${year}〕${deviceCode}-${String(serial).padStart(3, '0')}号`,
  );
}
