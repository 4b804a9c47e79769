import type { OutputOf } from '../../../contract/commands.ts';

const yearsOf = (years: readonly number[]): string => years.map((year) => `${String(year)} 年`).join('、');

/** What an import did, in one sentence. */
export function importedWords({ serial, added, changed }: OutputOf<'calendar.import'>): string {
  const parts = [
    ...(added.length > 0 ? [`新加了 ${yearsOf(added)}`] : []),
    ...(changed.length > 0 ? [`改了 ${yearsOf(changed)}`] : []),
  ];
  if (parts.length === 0) return `和现在用的一样（第 ${String(serial)} 版），没有变化。`;
  return `已采用第 ${String(serial)} 版：${parts.join('，')}。所有办件的到期日已经重新算过。`;
}

export const serialWords = (serial: number): string =>
  serial === 0 ? '安装程序自带的' : `区里发的第 ${String(serial)} 版`;
