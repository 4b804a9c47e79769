/**
 * Masks for screens, lists and print-outs. The usual practice in social assistance publications and
 * at counters is first 6 + last 4: the region and the last digits let a clerk tell people apart, while the
 * birth date, which identifies a person best, stays hidden.
 */
export function maskIdNumber(id: string): string {
  if (id.length < 12) return '*'.repeat(id.length);
  return id.slice(0, 6) + '*'.repeat(id.length - 10) + id.slice(-4);
}

/**
 * Keeps the family name only: 张示例 → 张**; of a name with · the first part's first character. Counts code
 * points, so a rare character is never cut in two.
 */
export function maskName(name: string): string {
  const [first = '', ...rest] = [...name];
  return first + rest.map((point) => (/[· ]/u.test(point) ? point : '*')).join('');
}

/** 13800000000 → 138****0000; a landline keeps its area code and last two digits. */
export function maskPhone(phone: string): string {
  const landline = /^(\d{3,4}-)(\d+)(\d{2})$/.exec(phone);
  if (landline) return `${landline[1]}${'*'.repeat(landline[2]?.length ?? 0)}${landline[3]}`;
  if (phone.length < 8) return '*'.repeat(phone.length);
  return phone.slice(0, 3) + '*'.repeat(phone.length - 7) + phone.slice(-4);
}
