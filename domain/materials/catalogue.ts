import type { MaterialFacts, MaterialKind, MemberFacts } from './material-facts.ts';
import type { Slot } from './slots.ts';

/** One line of the material list. `per: member` asks each member for whom `when` holds. */
export interface MaterialRow {
  kinds: readonly MaterialKind[];
  slot: Slot;
  requirement: 'always' | 'conditional';
  /** Not asked for when the checking mechanism verifies it (《社会救助法》第六十二条). */
  waivable: boolean;
  reason: string;
  need:
    | { per: 'household'; when: (facts: MaterialFacts) => boolean }
    | { per: 'member'; when: (member: MemberFacts) => boolean }
    | { per: 'supporter' };
}

const FAMILY = ['dibao', 'dibaoMargin', 'rigidExpenditure'] as const;
const WITH_FORMS = [...FAMILY, 'tekun'] as const;
const EVERY = [...WITH_FORMS, 'linshi'] as const;

const household = (when: (facts: MaterialFacts) => boolean = () => true): MaterialRow['need'] => ({
  per: 'household',
  when,
});
const member = (when: (facts: MemberFacts) => boolean = () => true): MaterialRow['need'] => ({
  per: 'member',
  when,
});
const always = (
  kinds: readonly MaterialKind[],
  slot: Slot,
  need: MaterialRow['need'],
  reason: string,
  waivable = false,
): MaterialRow => ({ kinds, slot, requirement: 'always', waivable, reason, need });
const onlyIf = (
  kinds: readonly MaterialKind[],
  slot: Slot,
  need: MaterialRow['need'],
  reason: string,
  waivable = true,
): MaterialRow => ({ kinds, slot, requirement: 'conditional', waivable, reason, need });

/** Required and conditional material by kind of assistance, in the order of the paper list. */
export const materialCatalogue: readonly MaterialRow[] = [
  always(FAMILY, 'application', household(), '提出申请'),
  always(EVERY, 'idCard', member(), '确认身份'),
  always(FAMILY, 'householdBook', household(), '确认共同生活的家庭成员', true),
  always(WITH_FORMS, 'statement', household(), '如实说明家庭情况'),
  always(['tekun'], 'commitment', household(), '承诺所说属实'),
  always(
    WITH_FORMS,
    'authorization',
    member((m) => m.capacity),
    '本人签字，同意核对收入和财产',
  ),
  always(
    WITH_FORMS,
    'authorization',
    member((m) => !m.capacity),
    '由监护人代签，同意核对收入和财产',
  ),
  onlyIf(['tekun'], 'authorization', { per: 'supporter' }, '法定赡养、抚养、扶养义务人同意核对', false),
  onlyIf(
    WITH_FORMS,
    'disabilityCard',
    member((m) => m.disabled),
    '申报了残疾',
  ),
  onlyIf(
    FAMILY,
    'diagnosis',
    member((m) => m.seriousIllness),
    '申报了重病',
  ),
  onlyIf(
    FAMILY,
    'enrolment',
    member((m) => m.studentAdult),
    '成年子女在校就读',
  ),
  onlyIf(
    EVERY,
    'entrustment',
    household((f) => f.hasAgent),
    '由他人代为申请',
    // Who gives whom the right to act stands in no register.
    false,
  ),
  always(['rigidExpenditure'], 'expenseReceipts', household(), '计算必需支出', true),
  onlyIf(
    ['rigidExpenditure'],
    'rehabilitationReceipts',
    member((m) => m.disabled),
    '有康复支出',
  ),
  onlyIf(
    ['rigidExpenditure'],
    'tuitionReceipts',
    member((m) => m.studentAdult),
    '有学费支出',
  ),
  always(['linshi'], 'eventFacts', household(), '说明遭遇的困难'),
  always(['linshi'], 'account', household(), '发放救助金'),
  onlyIf(
    ['linshi'],
    'diagnosis',
    member((m) => m.seriousIllness),
    '因病遭遇困难',
  ),
  onlyIf(
    ['linshi'],
    'incidentRecord',
    household((f) => f.event?.incident ?? false),
    '遭遇事故或火灾',
  ),
  onlyIf(
    ['linshi'],
    'expenseReceipts',
    household((f) => f.event?.expenses ?? false),
    '有大额支出',
  ),
  onlyIf(
    ['linshi'],
    'laterExplanation',
    household((f) => f.event?.grantedFirst ?? false),
    '先行救助，事后补充说明',
    false,
  ),
];
