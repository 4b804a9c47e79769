import type { RuleSet } from '../rules/rule-set.ts';

const workingDays = (days: number | null): string =>
  days === null ? '规定的时间（没有单独的天数）' : `${days}个工作日`;

/** What a `{token}` of an article stands for under a rule set. */
export const guideTokens = {
  accept: ({ clocks }: RuleSet) => workingDays(clocks.accept.workingDays),
  survey: ({ clocks }: RuleSet) => workingDays(clocks.survey.workingDays),
  review: ({ clocks }: RuleSet) => workingDays(clocks.review.workingDays),
  district: ({ clocks }: RuleSet) => workingDays(clocks.district.workingDays),
  inform: ({ clocks }: RuleSet) => workingDays(clocks.inform.workingDays),
  followUp: ({ clocks }: RuleSet) => workingDays(clocks.followUp.workingDays),
  notice: ({ notice }: RuleSet) => `${notice.days}天`,
  wholeCase: ({ wholeCase }: RuleSet) => workingDays(wholeCase.workingDays),
  wholeCaseExtended: ({ wholeCase }: RuleSet) => workingDays(wholeCase.extendedWorkingDays),
  pickUps: ({ pickUpsPerDay }: RuleSet) =>
    pickUpsPerDay === null ? '规定的次数（没有写明）' : `${pickUpsPerDay}次`,
} satisfies Record<string, (rules: RuleSet) => string>;

const isToken = (name: string): name is keyof typeof guideTokens => Object.hasOwn(guideTokens, name);

/** A text with the periods of the rule set in it; an unknown token stays as it is, for the checker to find. */
export const fillTokens = (text: string, rules: RuleSet): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (isToken(name) ? guideTokens[name](rules) : whole));

export interface ClockLine {
  step: string;
  from: string;
  /** In words, as `2个工作日`. */
  days: string;
  source: string;
}

/** Every period of the rule set as a line of a table, in the order of the process. */
export function clockLines(rules: RuleSet): ClockLine[] {
  const { clocks, notice, wholeCase } = rules;
  const line = (
    step: string,
    from: string,
    rule: { workingDays: number | null; source: string },
  ): ClockLine => ({
    step,
    from,
    days: rule.workingDays === null ? '没有单独规定' : workingDays(rule.workingDays),
    source: rule.source,
  });
  return [
    line('受理，或一次性告知缺什么', '提交申请', clocks.accept),
    line('开始调查', '受理', clocks.survey),
    line('初审意见', '受理', clocks.review),
    { step: '公示', from: '张贴', days: `${notice.days}天`, source: notice.source },
    line('区民政局决定', '区民政局收到', clocks.district),
    line('书面告诉您结果', '决定', clocks.inform),
    line('从头到尾', '受理', wholeCase),
    line('有特殊情况延长到', '受理', {
      workingDays: wholeCase.extendedWorkingDays,
      source: wholeCase.source,
    }),
  ];
}
