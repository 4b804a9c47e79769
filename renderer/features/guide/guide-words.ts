import type { ReadSource } from '../../../domain/guide/read-guide.ts';

/** '2026年7月1日', or '2023年' where only the year is known. */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return month && date ? `${year}年${month}月${date}日` : `${year}年`;
}

/** A source in one line; one that is known by its summary only says which text counts. */
export const sourceWords = ({ title, article, date, dateMeans, fullText }: ReadSource): string =>
  `${title}${article ?? ''}，${dayWords(date)}${dateMeans}${fullText ? '' : `；${countsWords(title)}`}`;

const countsWords = (title: string): string =>
  title.startsWith('九龙坡民政') ? '以区民政局印发文本为准' : '以公布的原文为准';

export const updatedWords = (day: string): string => `本篇更新于${dayWords(day)}`;
