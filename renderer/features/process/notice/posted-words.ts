import type { Proposal } from '../../../../domain/case/process-data.ts';
import { formatYuan } from '../../../../domain/values/fen.ts';

/** The third field of a 公示, as the document prints it: an opinion, with the amount where there is one. */
export function opinionWords({ eligible, amountFen }: Pick<Proposal, 'eligible' | 'amountFen'>): string {
  if (!eligible) return '拟不纳入';
  return amountFen === 0 ? '拟纳入' : `拟纳入，${formatYuan(amountFen)} 元`;
}

/** The third field of a 公布, as the document prints it. */
export const publishedWords = (amountFen: number): string => (amountFen === 0 ? '无' : formatYuan(amountFen));
