import type { AssistanceKind } from '../../domain/application/application.ts';
import type { KinshipForm, PropertyForm } from '../../domain/application/forms.ts';
import type { IncomeKind } from '../../domain/eligibility/income.ts';

export type PropertyKind = keyof PropertyForm;

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
export const propertyNames: Record<PropertyKind, string> = {
  housing: '房屋',
  vehicle: '车辆',
  deposit: '存款',
  securities: '股票基金',
  insurance: '商业保险',
  shop: '商铺',
  company: '开办企业',
};
export const kinshipRoleNames: Record<KinshipForm['relatives'][number]['role'], string> = {
  civilServant: '国家公职人员',
  dibaoStaff: '低保经办人员',
  villageCommittee: '村（居）委会成员',
};
