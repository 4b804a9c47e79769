/** Steps of a case (`CaseStep`, `Progress.steps[].name`) in words for staff and residents. */
export const stepNames: Record<string, string> = {
  SUBMITTED: '等待受理',
  SUPPLEMENT: '等待补正',
  ACCEPTED: '已受理',
  WITHDRAWN: '已撤回',
  ABANDONED: '逾期未补，视为放弃',
  submitted: '已提交',
  supplement: '补正材料',
  accepted: '受理',
  survey: '调查家庭情况',
  preliminary: '初审',
  notice: '公示',
  confirmation: '审核确认',
  publication: '公布',
  withdrawn: '已撤回',
  abandoned: '视为放弃',
};
