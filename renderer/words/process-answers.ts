import type {
  EndReason,
  GrantMethod,
  HouseholdChange,
  ObjectionReply,
  Residence,
  TerminationReason,
  VisitMode,
} from '../../domain/case/process-data.ts';
import type { CheckOutcome, CheckReason } from '../../domain/matching/check.ts';
import type { SurveyConclusion, SurveyRecord } from '../../domain/survey/survey.ts';

/** Answers of the procedure's forms, in words. */
export const terminationWords: Record<TerminationReason, string> = {
  noCooperation: '不配合调查',
  deceased: '申请人去世',
  movedAway: '已迁出',
  other: '其他原因',
};

export const objectionOutcomeWords: Record<ObjectionReply['outcome'], string> = {
  notConfirmed: '不属实',
  partly: '部分属实',
  confirmed: '属实',
};

export const toldWords: Record<ObjectionReply['told'], string> = {
  inPerson: '当面告诉',
  phone: '打电话',
  letter: '书面',
  notReachable: '匿名或联系不上',
};

export const residenceWords: Record<Residence, string> = {
  home: '住在户籍地',
  separatedCentral: '人户分离，住在中心城区',
  outside: '住在中心城区以外',
};

export const visitModeWords: Record<VisitMode, string> = {
  home: '入户',
  inPerson: '见到本人',
  phone: '打电话',
  video: '视频',
};

export const changeWords: Record<HouseholdChange['what'], string> = {
  members: '家庭成员',
  income: '收入',
  property: '财产',
  health: '身体状况',
  residence: '住处',
  deceased: '有人去世',
  other: '其他',
};

export const changeByWords: Record<HouseholdChange['by'], string> = {
  household: '家里人报告',
  village: '村（居）发现',
  grid: '网格员发现',
  check: '核对发现',
  visit: '探访发现',
  alert: '预警',
};

export const endReasonWords: Record<EndReason, string> = {
  aboveStandard: '收入超过标准',
  property: '财产不符合规定',
  deceased: '去世',
  movedAway: '迁出本区',
  ownWish: '自己要求',
  other: '其他原因',
};

export const methodWords: Record<GrantMethod, string> = {
  difference: '补差',
  band: '分档',
  standard: '按供养标准',
  oneOff: '一次性',
  status: '只认定身份，不发钱',
};

export const surveyMethodWords: Record<SurveyRecord['method'], string> = {
  home: '入户调查',
  neighbour: '邻里访问',
  letter: '信函索证',
  selfCare: '生活自理评估',
};

export const conclusionWords: Record<SurveyConclusion, string> = {
  agrees: '和申报的一致',
  differs: '和申报的不一致',
  unclear: '还不清楚',
};

export const checkOutcomeWords: Record<CheckOutcome, string> = {
  found: '查到记录',
  nothing: '没有记录',
  noAnswer: '没有答复',
  notAuthorized: '没有授权，没有查',
};

export const checkReasonWords: Record<CheckReason, string> = {
  timeout: '部门一直没有回话',
  unreachable: '连不上部门的系统',
  refusedBySource: '部门没有受理',
  unreadable: '回来的内容读不懂',
  wrongPerson: '回来的不是这个人',
  notConfigured: '区里还没有接通这个部门',
  notOfCase: '不是这件的家庭成员',
  noIdNumber: '没有证件号',
  noSignature: '没有签核对授权书',
  otherSignature: '签字对不上',
  withdrawn: '撤回了授权',
  noConsent: '不同意核对',
  caseClosed: '这件已经办结',
};
