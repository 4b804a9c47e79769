/** Sections of a draft in words, for what was taken over and what was left. */
const words: Record<string, string> = {
  identity: '身份',
  members: '家庭成员',
  villageCode: '村（社区）',
  kinship: '亲属申报',
  income: '收入',
  property: '财产',
  expenses: '必需支出',
  supporters: '赡养抚养人',
  selfCare: '生活自理',
  account: '收款账户',
  registeredElsewhere: '户口',
};

export const sectionWords = (names: readonly string[]): string =>
  names.map((name) => words[name] ?? name).join('、');
