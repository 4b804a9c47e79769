import type { IncomeKind } from '../eligibility/income.ts';
import type { AssistanceKind } from './application.ts';
import type { PropertyForm } from './forms.ts';
import type { Relation } from './person.ts';

/** Names that stand in what people sign, so that page, workstation and district read the same text. */
export const assistanceNames: Record<AssistanceKind, string> = {
  dibao: '最低生活保障',
  tekun: '特困人员救助供养',
  linshi: '临时救助',
  dibaoMargin: '低保边缘家庭',
  rigidExpenditure: '刚性支出困难家庭',
};
export const incomeNames: Record<IncomeKind, string> = {
  wage: '工资',
  farming: '种植养殖',
  business: '做生意',
  property: '房租利息',
  landTransfer: '土地流转',
  pension: '养老金',
  support: '赡养抚养费',
  subsidy: '各种补助',
  other: '其他收入',
};
export const propertyNames: Record<keyof PropertyForm, string> = {
  housing: '房屋',
  vehicle: '车辆',
  deposit: '存款',
  securities: '股票基金',
  insurance: '商业保险',
  shop: '商铺',
  company: '开办企业',
};
/** Relation to the applicant, GB/T 4761 main groups. */
export const relationNames: Record<Relation, string> = {
  self: '本人',
  spouse: '配偶',
  son: '儿子',
  daughter: '女儿',
  grandchild: '孙子女、外孙子女',
  parent: '父母',
  grandparent: '祖父母、外祖父母',
  sibling: '兄弟姐妹',
  other: '其他',
};
