import { z } from 'zod';

/** Places in a dossier that material is filed under. */
export const Slot = z.enum([
  'application',
  'idCard',
  'householdBook',
  'statement',
  'commitment',
  'authorization',
  'disabilityCard',
  'diagnosis',
  'entrustment',
  'enrolment',
  'expenseReceipts',
  'rehabilitationReceipts',
  'tuitionReceipts',
  'eventFacts',
  'account',
  'incidentRecord',
  'laterExplanation',
]);
export type Slot = z.infer<typeof Slot>;

const NATIONAL = '民发〔2021〕57号';
const ANNEX = '九龙坡民政〔2023〕251号 附件';

/** Title on screens and in the supplement notice, and the rule that asks for it. */
export const slotInfo: Record<Slot, { title: string; source: string }> = {
  application: { title: '申请书', source: `《社会救助法》第三十七条；${ANNEX}` },
  idCard: { title: '身份证', source: NATIONAL },
  householdBook: { title: '户口簿', source: NATIONAL },
  statement: { title: '家庭情况声明承诺', source: `《社会救助法》第四十条；${NATIONAL}` },
  commitment: { title: '承诺书', source: '民发〔2021〕43号' },
  authorization: { title: '经济状况核对授权书', source: `《社会救助法》第四十条、第四十一条；${ANNEX}` },
  disabilityCard: { title: '残疾证', source: '《社会救助法》第二十条' },
  diagnosis: { title: '疾病诊断证明', source: '《社会救助法》第二十条' },
  entrustment: { title: '委托书', source: '《社会救助法》第三十七条' },
  enrolment: { title: '在读证明', source: NATIONAL },
  expenseReceipts: { title: '近12个月必需支出票据', source: '《社会救助法》第二十二条' },
  rehabilitationReceipts: { title: '康复费用票据', source: '《社会救助法》第二十二条' },
  tuitionReceipts: { title: '学费票据', source: '《社会救助法》第二十二条' },
  eventFacts: { title: '遭遇困难的情况说明', source: '《社会救助法》第二十九条' },
  account: { title: '银行账户', source: '《社会救助法》第二十九条' },
  incidentRecord: { title: '公安或消防出具的记录', source: '《社会救助法》第二十九条' },
  laterExplanation: { title: '事后补充说明', source: '《社会救助法》第五十条' },
};
