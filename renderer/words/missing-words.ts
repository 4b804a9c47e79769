import type { Missing } from '../../domain/application/completeness.ts';
import type { PersonForm } from '../../domain/application/person.ts';
import { selfCareItems } from '../../domain/eligibility/self-care.ts';
import { slotInfo, Slot } from '../../domain/materials/slots.ts';
import { problemWords } from './field-problems.ts';
import { propertyNames, type PropertyKind } from './statement-names.ts';

const fieldNames: Record<string, string> = {
  name: '姓名',
  idNumber: '证件号码',
  sex: '性别',
  birth: '出生日期',
  phone: '电话',
  address: '住址',
  villageCode: '村（社区）',
  disability: '残疾类别和等级',
  guardianId: '监护人',
  'account.holder': '户名',
  'account.bank': '开户银行',
  'account.number': '账号',
  'emergency.what': '经过和现在的难处',
  'emergency.place': '在哪里发生的',
};

const sentences: Record<string, string> = {
  'identity.missing': '还没有填申请人',
  'members.notAnswered': '请选“一个人住”或添加家人',
  'members.sameNumber': '有两个人的证件号码一样',
  'kinship.notAnswered': '请选“没有”或写明亲属',
  'income.notAnswered': '请选“没有收入”或添加收入',
  'income.amountMissing': '有一项收入还没有填金额',
  'agent.notAnswered': '请选是谁来申请',
  'supporters.notAnswered': '请选“没有”或写明赡养抚养人',
  'supporters.ableMissing': '有一位没有选有没有能力',
  'supporters.consentMissing': '有一位没有选同不同意核对',
  'expenses.notAnswered': '请选“没有”或添加支出',
  'expenses.amountMissing': '有一项支出还没有填金额',
  'emergency.notAnswered': '请选遇到了什么困难',
  'emergency.dateInvalid': '哪天发生的还没有填对',
  'emergency.urgentMissing': '请选急不急',
  'emergency.amountMissing': '还没有填需要多少钱',
  'consent.notAsked': '还没有问是否同意人脸核验',
  'certification.missing': '还没有核验本人',
  'certification.notAccepted': '核验没有通过',
  'certification.consentMismatch': '核验和同意记录对不上',
};

/** One missing thing in words, with whose it is: 张示例：身份证号要有 18 位. */
export function missingWords(missing: Missing, people: readonly Pick<PersonForm, 'id' | 'name'>[]): string {
  const { code, field, memberId } = missing;
  const person = people.find(({ id }) => id === memberId);
  const whose = person ? `${person.name || '还没写姓名的人'}：` : '';
  return whose + what(code, field);
}

function what(code: string, field: string | undefined): string {
  if (code === 'material.missing') {
    const slot = Slot.safeParse(field);
    return `缺${slot.success ? slotInfo[slot.data].title : '材料'}`;
  }
  if (code === 'signature.missing') return '还没有签字';
  if (code === 'signature.textChanged') return '签字后内容有改动，请重新签';
  if (code === 'property.notAnswered') return `${propertyNames[field as PropertyKind]}还没有回答`;
  if (code === 'selfCare.notAnswered')
    return `“${selfCareItems.find((item) => item.code === field)?.label ?? ''}”还没有选`;
  if (code === 'field.missing') return `${fieldNames[field ?? ''] ?? ''}还没有填`;
  return sentences[code] ?? problemWords(code);
}
