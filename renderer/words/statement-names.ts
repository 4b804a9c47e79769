import type { KinshipForm, PropertyForm } from '../../domain/application/forms.ts';

export type PropertyKind = keyof PropertyForm;

export { assistanceNames, incomeNames, propertyNames } from '../../domain/application/form-names.ts';

export const kinshipRoleNames: Record<KinshipForm['relatives'][number]['role'], string> = {
  civilServant: '国家公职人员',
  dibaoStaff: '低保经办人员',
  villageCommittee: '村（居）委会成员',
};
