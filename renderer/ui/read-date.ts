import { isIsoDate, type IsoDate } from '../../domain/values/iso-date.ts';

/** Reads a day as people type it: 20260310, 2026-3-10, 2026.3.10, 2026年3月10日, full-width digits; null when there is no such day. */
export function readDate(text: string): IsoDate | null {
  const plain = text.normalize('NFKC').replace(/\s/g, '');
  const parts =
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(plain);
  if (!parts) return null;
  const iso = [parts[1], parts[2]?.padStart(2, '0'), parts[3]?.padStart(2, '0')].join('-');
  return isIsoDate(iso) ? iso : null;
}
