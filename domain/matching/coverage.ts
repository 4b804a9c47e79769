import type { PropertyKind } from '../application/forms.ts';
import type { IncomeKind } from '../eligibility/income.ts';
import type { StatusFact } from './facts.ts';
import type { Source } from './sources.ts';

/**
 * Which sources could know of a kind. Only when one of them answered does silence say "not found"; a kind that nobody
 * keeps (help from relatives, casual work) stays unknown and is for the home visit.
 */
export const incomeSources: Record<IncomeKind, readonly Source[]> = {
  wage: ['tax', 'humanResources'],
  farming: ['ruralRevitalization'],
  business: ['tax', 'marketRegulation'],
  property: ['tax'],
  landTransfer: ['ruralRevitalization'],
  pension: ['humanResources'],
  support: [],
  subsidy: ['civilAffairs', 'disabledFederation', 'ruralRevitalization', 'humanResources'],
  other: [],
};

export const propertySources: Record<PropertyKind, readonly Source[]> = {
  housing: ['housing'],
  vehicle: ['vehicles'],
  deposit: ['finance', 'nonBankPayment', 'housingFund'],
  securities: ['finance'],
  insurance: ['finance'],
  shop: ['housing', 'marketRegulation'],
  company: ['marketRegulation'],
};

/** The statuses that the form states too. */
export const statusSources: Partial<Record<StatusFact['kind'], readonly Source[]>> = {
  marriage: ['civilAffairs', 'householdRegistration'],
  disability: ['disabledFederation'],
  student: ['education'],
};
