import { z } from 'zod';

/** Kinds of income on the form (domain glossary after 民发〔2021〕57号). */
export const IncomeKind = z.enum([
  'wage',
  'farming',
  'business',
  'property',
  'landTransfer',
  'pension',
  'support',
  'subsidy',
  'other',
]);
export type IncomeKind = z.infer<typeof IncomeKind>;

/** Income that is not counted (重庆市最低生活保障条例; the city may add more). */
export const ExcludedIncome = z.enum([
  'veteransBenefit',
  'familyPlanningAward',
  'scholarship',
  'braveryAward',
  'governmentAid',
  'cityAdded',
]);
export type ExcludedIncome = z.infer<typeof ExcludedIncome>;

export const excludedIncomeTitles: Record<ExcludedIncome, string> = {
  veteransBenefit: '优待抚恤金',
  familyPlanningAward: '计划生育奖励扶助金',
  scholarship: '奖学金',
  braveryAward: '见义勇为奖励',
  governmentAid: '政府给予的救助款物',
  cityAdded: '市里规定的其他不计入收入',
};

export interface IncomeEntry {
  memberId: string;
  kind: IncomeKind;
  /** 分 received in `periodMonths` months. */
  amountFen: number;
  periodMonths: 1 | 12;
  /** Why it does not count; absent or null: it counts. */
  excluded?: ExcludedIncome | null;
}

export type TermCode =
  'wage' | 'employmentCost' | 'business' | 'property' | 'transfer' | 'other' | 'rigidDeduction';

/** The formula's terms in the order they are printed, and which kinds of income each takes in. */
export const formulaTerms: readonly {
  code: TermCode;
  label: string;
  sign: 1 | -1;
  kinds: readonly IncomeKind[];
}[] = [
  { code: 'wage', label: '工资性收入', sign: 1, kinds: ['wage'] },
  { code: 'employmentCost', label: '就业成本', sign: -1, kinds: [] },
  { code: 'business', label: '经营净收入', sign: 1, kinds: ['farming', 'business'] },
  { code: 'property', label: '财产净收入', sign: 1, kinds: ['property', 'landTransfer'] },
  { code: 'transfer', label: '转移净收入', sign: 1, kinds: ['pension', 'support', 'subsidy'] },
  { code: 'other', label: '其他收入', sign: 1, kinds: ['other'] },
  { code: 'rigidDeduction', label: '刚性支出扣减', sign: -1, kinds: [] },
];
