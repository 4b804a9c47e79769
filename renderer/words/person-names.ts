import type { HealthState, IdKind, Marriage, Sex, Work } from '../../domain/application/person.ts';

export { relationNames } from '../../domain/application/form-names.ts';

export const sexNames: Record<Sex, string> = { male: '男', female: '女' };
export const idKindNames: Record<IdKind, string> = {
  residentId: '居民身份证',
  hkMoTwPermit: '港澳台居民居住证',
  other: '其他证件',
};
export const marriageNames: Record<Marriage, string> = {
  single: '未婚',
  married: '已婚',
  widowed: '丧偶',
  divorced: '离婚',
};
export const healthNames: Record<HealthState, string> = {
  healthy: '健康',
  weak: '体弱',
  seriousIllness: '重病',
  severeDisability: '重残',
};
export const workNames: Record<Work, string> = {
  preschool: '学龄前',
  student: '在校',
  employed: '在职',
  flexible: '灵活就业',
  registeredJobless: '登记失业',
  unregisteredJobless: '未登记失业',
  retired: '退休',
};
/** GB/T 26341 kinds 1–7. */
export const disabilityKindNames = ['视力', '听力', '言语', '肢体', '智力', '精神', '多重'] as const;
export const disabilityGradeNames = ['一级', '二级', '三级', '四级'] as const;
