import { ageOn, isIsoDate } from '../values/iso-date.ts';
import type { FactMember } from './assessment.ts';

/** GB/T 26341 kinds of disability. */
const SIGHT = 1;
const LIMBS = 4;
const MIND = [5, 6];
const MULTIPLE = 7;

/** 特困: why a person counts as without capacity to work, or that it is open (民发〔2021〕43号). */
export function workCapacity(
  { birth, disability }: Pick<FactMember, 'birth' | 'disability'>,
  today: string,
): { without: boolean | null; found: string } {
  const age = isIsoDate(birth) ? ageOn(birth, today) : null;
  if (age !== null && age >= 60) return { without: true, found: `${age} 岁，满 60 岁` };
  if (age !== null && age < 16) return { without: true, found: `${age} 岁，未满 16 岁` };
  if (disability) {
    const { kind, grade } = disability;
    if (MIND.includes(kind) && grade <= 3) return { without: true, found: '一至三级智力或者精神残疾' };
    if (kind === LIMBS && grade <= 2) return { without: true, found: '一、二级肢体残疾' };
    if (kind === SIGHT && grade === 1) return { without: true, found: '一级视力残疾' };
    if (kind === MULTIPLE) return { without: null, found: '多重残疾，要看残疾证上写的各类等级' };
  }
  if (age === null) return { without: null, found: '还没有出生日期' };
  return { without: false, found: `${age} 岁，没有无劳动能力的残疾等级` };
}

/** 一、二级残疾 (重度残疾), or 三级智力、精神残疾: who may be taken in as 单人户 (N §8). */
export const severelyDisabled = ({ disability, health }: FactMember): boolean => {
  if (!disability) return health === 'severeDisability';
  return disability.grade <= 2 || (MIND.includes(disability.kind) && disability.grade === 3);
};

export const seriouslyIll = ({ health }: FactMember): boolean => health === 'seriousIllness';
