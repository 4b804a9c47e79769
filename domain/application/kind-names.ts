import type { EmergencyKind, ExpenseKind, RegisteredForm } from './kind-forms.ts';

/** Names that stand in what people sign and on the check page. */
export const expenseNames: Record<ExpenseKind, string> = {
  medical: '看病吃药',
  education: '上学',
  rehabilitation: '残疾康复',
  disaster: '遭灾受损',
  other: '其他必需支出',
};
export const emergencyNames: Record<EmergencyKind, string> = {
  illness: '突发重病',
  traffic: '交通事故',
  fire: '火灾',
  accident: '意外伤害',
  disaster: '自然灾害',
  education: '上学费用负担不起',
  other: '其他困难',
};
export const registeredNames: Record<NonNullable<RegisteredForm['where']>, string> = {
  here: '户口就在本镇街',
  otherTown: '户口在本区别的镇街（人户分离）',
  otherDistrict: '户口不在本区（异地）',
};
