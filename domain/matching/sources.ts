import { z } from 'zod';

/** Who can be asked about a household (L §41; features B15), one code for each department or group of institutions. */
export const Source = z.enum([
  'education',
  'humanResources',
  'housing',
  'medicalInsurance',
  'ruralRevitalization',
  'disabledFederation',
  'civilAffairs',
  'marketRegulation',
  'housingFund',
  'tax',
  'vehicles',
  'finance',
  'householdRegistration',
  'nonBankPayment',
]);
export type Source = z.infer<typeof Source>;

/** Plain names for staff and residents. */
export const sourceTitles: Record<Source, string> = {
  education: '教育',
  humanResources: '人社（社保、养老、失业）',
  housing: '住建和不动产登记',
  medicalInsurance: '医保',
  ruralRevitalization: '乡村振兴',
  disabledFederation: '残联',
  civilAffairs: '民政（婚姻、殡葬）',
  marketRegulation: '市场监管',
  housingFund: '住房公积金',
  tax: '税务',
  vehicles: '车管',
  finance: '银行、保险、证券',
  householdRegistration: '户籍',
  nonBankPayment: '非银行支付机构',
};
