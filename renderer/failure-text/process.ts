import type { processFailures } from '../../contract/failures/process.ts';
import { formatYuanWithUnit } from '../../domain/values/fen.ts';
import { formatChinese } from '../../domain/values/iso-date.ts';
import type { FailureTexts } from './failure-texts.ts';

const say = (title: string, doNow: string) => () => ({ title, doNow });
const surveyWords: Record<string, string> = {
  check: '核对结果',
  homeVisit: '入户调查',
  selfCare: '自理能力评估',
};
const modeWords: Record<string, string> = { home: '入户', inPerson: '当面', phone: '电话', video: '视频' };
const list = (codes: readonly string[], words: Record<string, string>) =>
  codes.map((code) => words[code] ?? code).join('、');

/** A plain sentence for every no of the procedure, with what to do about it. */
export const processText: FailureTexts<keyof typeof processFailures> = {
  'case.kindUnknown': say('这件申请的规则里没有这种救助。', '请联系管理员更新规则。'),
  'case.claimedByOther': say('同事正在办这件。', '请等同事办完，或者写明原因“接手”。'),
  'case.claimedAlready': say('这件已经在您手里。', '直接办理就可以。'),
  'case.notClaimed': say('这件现在没有人在办。', '请先“领取”。'),
  'case.notOnline': say('这件不是网上申请。', '不用收取，直接办理。'),
  'case.notPickedUp': say('这件网上申请还没有收取。', '请先“收取”，再审核。'),
  'case.pickedUpAlready': say('这件已经收取过了。', '直接审核就可以。'),
  'case.extendedAlready': say('已经延长过一次，不能再延长。', '请在现在的期限内办结。'),
  'case.extensionReason': say('规定里没有这种延长的理由。', '请换一个规定的理由。'),
  'case.stepsMissing': () => ({
    title: '还有步骤没有做，不能直接确认。',
    doNow: '请退回镇街，把缺的步骤补上。',
  }),
  'amend.othersRemain': say('家里还有别的成员。', '请改用“更换申请人”，由家人接着办。'),
  'amend.notAMember': say('这个人不在这户家庭成员里。', '请重新选一位。'),
  'amend.isApplicant': say('申请人不能直接去掉。', '请改用“更换申请人”。'),
  'amend.needsCapacity': say('这位成员不能自己办理。', '请换一位能自己办理的成人。'),
  'amend.noAgent': say('这件申请没有代理人。', '不用登记。'),
  'amend.otherTown': say('新地址不在本镇街。', '请终止这件，写明迁出，到新镇街申请。'),
  'amend.alreadyAMember': say('这个人已经在家庭成员里。', '不用再加。'),
  'duplicate.notedAlready': say('这个重复已经登记过。', '请查看已有的记录。'),
  'duplicate.notOpen': say('这个重复已经处理过。', '请查看处理结果。'),
  'duplicate.open': () => ({ title: '同一个人还有别的申请没有核对。', doNow: '请先处理“重复申请”。' }),
  'duplicate.otherKept': say(
    '家里有人已经决定由另一件办理。',
    '请先把这个人移出这一户，或者改“重复申请”的处理结果。',
  ),
  'document.notDue': say('现在不用出这份文书。', '请刷新后查看最新情况。'),
  'check.requestedAlready': say('这次核对已经发出。', '请等结果。'),
  'check.sourceTwice': say('同一个部门选了两次。', '请去掉一个。'),
  'check.notAuthorized': say('家里没有人签过授权书，不能核对。', '请先请家庭成员签授权书。'),
  'check.notAsked': say('没有问过这个部门。', '请查看核对记录。'),
  'check.answeredAlready': say('这个部门已经答复。', '请查看答复。'),
  'survey.inFuture': ({ on }) => ({ title: `${formatChinese(on)} 还没有到。`, doNow: '请核对日期。' }),
  'survey.beforeAcceptance': ({ on }) => ({
    title: `这件是 ${formatChinese(on)} 受理的，调查不能早于这一天。`,
    doNow: '请核对调查的日期。',
  }),
  'survey.recordedAlready': say('这份记录已经保存过。', '不用再交一次。'),
  'survey.repliedAlready': say('这封信已经登记过回函。', '请查看回函。'),
  'survey.noSuchLetter': say('没有找到这封信。', '请先登记发信。'),
  'survey.replyBeforeLetter': say('要求回复的日子早于发信的日子。', '请核对日期。'),
  'survey.surveyorsMissing': ({ least }) => ({
    title: `至少要有 ${least} 位调查人，名字不能重复。`,
    doNow: '请补上调查人。',
  }),
  'survey.signatureMissing': ({ names }) =>
    names.length > 0
      ? { title: `${names.join('、')} 还没有签字。`, doNow: '请签字后再保存。' }
      : { title: '家里没有人签字。', doNow: '请家人签字，或者写明为什么没有签。' },
  'survey.photoMissing': say('还没有照片。', '请至少拍一张现场照片。'),
  'survey.answersMissing': say('六项自理能力还没有答完。', '请逐项评估。'),
  'survey.incomplete': ({ lacks }) => ({
    title: `调查还没有做完：缺${list(lacks, surveyWords)}。`,
    doNow: '请补齐后再办。',
  }),
  'survey.nothingNew': say('还没有新的调查。', '请先重新调查，再提出意见。'),
  'survey.homeVisitNeeded': say('这里要登记入户。', '请填入户调查表。'),
  'survey.districtVisitMissing': say('这户有近亲属备案，区里要亲自入户。', '请先登记区级入户。'),
  'proposal.needsRecheck': say(
    '调查结果是不符合条件。',
    '申请人可以带证明申请复查；否则提出“不纳入”的意见。',
  ),
  'proposal.notEligible': say('镇街的初审意见是不纳入。', '请作出不予确认，或者退回镇街。'),
  'proposal.otherAmounts': say('标准刚刚更新过。', '请按新的标准重新计算。'),
  'proposal.amountDiffers': ({ amountFen }) => ({
    title: `按核实的数字算出来是 ${formatYuanWithUnit(amountFen)}。`,
    doNow: '请改成这个数，或者改核实的数字。',
  }),
  'proposal.conditionNotMet': say('按核实的情况，有条件不符合。', '请改核实的情况，或者提出不纳入。'),
  'notice.missing': say('还没有公示。', '请先公示。'),
  'notice.photoMissing': say('还没有照片。', '请拍一张公示栏的照片。'),
  'notice.notOver': ({ ends }) => ({
    title: `公示要到 ${formatChinese(ends)} 才满。`,
    doNow: '请等公示期满。',
  }),
  'notice.stillUp': say('公示还没有揭下。', '请先揭下并拍照。'),
  'notice.takenDownAlready': say('公示已经揭下。', '可以办下一步。'),
  'objection.registeredAlready': say('这条异议已经登记。', '不用再登记。'),
  'objection.repliedAlready': say('这条异议已经答复。', '请查看答复。'),
  'objection.notFound': say('没有找到这条异议。', '请刷新后再试。'),
  'objection.unanswered': ({ open }) => ({
    title: `还有 ${open} 条异议没有答复。`,
    doNow: '请先答复提出异议的人。',
  }),
  'objection.beforeNotice': ({ posted }) => ({
    title: `公示从 ${formatChinese(posted)} 开始，这之前的不算异议。`,
    doNow: '请核对收到的时间；可以登记为诉求。',
  }),
  'objection.tooLate': ({ ends }) => ({
    title: `公示到 ${formatChinese(ends)} 已满。`,
    doNow: '请登记为诉求，一样会有答复。',
  }),
  'meeting.notDisputed': say('没有异议，不用民主评议。', '请直接办下一步。'),
  'meeting.tooManyVotes': say('票数比到会的人还多。', '请核对票数。'),
  'grant.notUrgent': say('申请里没有说情况紧急。', '请按一般程序办理。'),
  'grant.aboveCap': ({ capFen }) => ({
    title: `先行救助最多 ${formatYuanWithUnit(capFen)}。`,
    doNow: '请改小金额，其余按一般程序办理。',
  }),
  'register.beforeDecision': say('发放的月份早于确认的月份。', '请核对日期。'),
  'visit.wrongMode': ({ modes }) => ({
    title: `这户应当${list(modes, modeWords)}探访。`,
    doNow: '请改用规定的方式。',
  }),
  'hearing.missing': say('还没有听取本人的意见。', '请先听取意见并登记，再作决定。'),
  'hearing.empty': say('没有写听到的意见。', '请写下来；没有来的写明怎样通知的。'),
  'hearing.beforeChange': ({ on }) => ({
    title: `变化是 ${formatChinese(on)} 发生的，听取意见不能早于这一天。`,
    doNow: '请核对日期。',
  }),
  'adjust.sameAmount': say('金额没有变。', '请选“待遇不变”。'),
  'adjust.endInstead': say('金额是零。', '请改用“终止救助”。'),
  'adjust.noMoney': say('这种救助没有每月的金额。', '请选“待遇不变”或者“终止救助”。'),
  'supplement.verifiable': say('通知里有可以由部门核对的材料。', '请去掉这些材料，发核对请求就可以。'),
  'eligibility.memberCount': say('家庭人数不对。', '请核对家庭成员。'),
  'eligibility.amount': say('金额太大，算不出来。', '请核对金额。'),
};
