import { idCheckDigit } from '../values/id-number.ts';
import { documentKinds, type DocumentData, type DocumentKind } from './document-kinds.ts';
import { officialNumber } from './official-number.ts';

const kindTitle = '最低生活保障（低保）';

/** Fictional data of every kind: to show an editor how a template prints, and for tests. Nobody of these exists. */
export const sampleDocuments: readonly DocumentData[] = [
  {
    kind: 'acceptanceNotice',
    ...caseLetter('acceptanceNotice'),
    submittedOn: '2026-03-09',
    acceptedOn: '2026-03-10',
    surveyBy: '2026-03-12',
    decideBy: '2026-03-31',
  },
  {
    kind: 'supplementNotice',
    ...caseLetter('supplementNotice'),
    submittedOn: '2026-03-09',
    dueOn: '2026-03-24',
    items: [
      { title: '残疾证', why: '系统里没有查到李虚构乙的残疾等级，请带原件来拍照。' },
      { title: '代办委托书', why: '由他人代办，需要本人签字的委托书。' },
    ],
  },
  {
    kind: 'abandonNotice',
    ...caseLetter('abandonNotice'),
    submittedOn: '2026-03-09',
    supplementNumber: number('supplementNotice'),
    supplementIssuedOn: '2026-03-10',
    dueOn: '2026-03-24',
    missing: ['残疾证', '代办委托书'],
  },
  {
    kind: 'surveyHomeForm',
    ...caseLetter('surveyHomeForm'),
    address: '虚构路1号2单元3号',
    members: [
      { name: '张示例', relation: '本人', note: null },
      { name: '李虚构', relation: '配偶', note: '肢体残疾二级' },
      { name: '张虚构', relation: '子', note: '在校学生' },
    ],
    ...formula(),
    surveyedOn: null,
    situation: null,
    conclusion: null,
    surveyors: [],
  },
  {
    kind: 'surveyNeighbourForm',
    ...caseLetter('surveyNeighbourForm'),
    villageName: '示例社区居民委员会',
    surveyedOn: '2026-03-13',
    neighbour: '王邻居',
    said: '一家三口住在一起，丈夫身体不好，妻子在附近做保洁。\n平时生活节俭，没有看到买车。',
    surveyors: ['赵示例', '钱示例'],
  },
  {
    kind: 'surveyLetter',
    ...letterhead('surveyLetter'),
    recipient: '示例物业服务有限公司',
    personName: '李虚构',
    idNumber: `50010719800101002${idCheckDigit('50010719800101002')}`,
    authorizedOn: '2026-03-09',
    kindTitle,
    questions: ['是否在贵单位工作，从什么时候开始；', '最近十二个月每月发放的工资（税后）。'],
    replyBy: '2026-03-24',
    officeAddress: '重庆市九龙坡区示例路1号 示例街道办事处社会救助窗口',
  },
  {
    kind: 'surveyResultNotice',
    ...caseLetter('surveyResultNotice'),
    householdSize: 3,
    methods: ['信息核对', '入户调查', '邻里访问'],
    ...formula(),
    meets: false,
    reason: '人均收入高于虚构的保障标准，存款也超过规定的限额。',
  },
  { kind: 'publicNotice', ...posted('publicNotice') },
  {
    kind: 'objectionReply',
    ...letterhead('objectionReply'),
    addressee: '孙示例',
    noticeNumber: number('publicNotice'),
    postedName: '张示例',
    objectedOn: '2026-03-25',
    upheld: 'not',
    reply:
      '我单位派两名工作人员重新入户，并向车辆管理部门核对。没有发现公示家庭名下有汽车，您看到的车属于亲戚。',
    renewed: { startsOn: '2026-04-01', endsOn: '2026-04-07' },
  },
  { kind: 'renewedNotice', ...posted('renewedNotice') },
  {
    kind: 'extensionNotice',
    ...caseLetter('extensionNotice'),
    acceptedOn: '2026-03-10',
    reasonTitle: '人户分离',
    reason: '户口在本街道，实际住在外地，需要当地协助入户调查。',
    oldDueOn: '2026-03-31',
    newDueOn: '2026-04-22',
    approvedBy: '周示例（街道负责人）',
  },
  {
    kind: 'confirmationNotice',
    ...caseLetter('confirmationNotice'),
    householdSize: 3,
    confirmedOn: '2026-03-30',
    amountFen: 90_000,
    per: 'month',
    from: '2026-04-01',
    ...formula(),
  },
  {
    kind: 'refusalNotice',
    ...caseLetter('refusalNotice'),
    submittedOn: '2026-03-09',
    decidedOn: '2026-03-30',
    reasons: ['家庭月人均收入高于虚构的保障标准。', '家庭存款超过规定的限额。'],
    articles: ['《社会救助法》第十八条'],
    ...formula(),
  },
  {
    kind: 'publication',
    ...letterhead('publication'),
    villageName: '示例社区',
    entries: [
      { name: '张示例', members: 3, amountFen: 90_000 },
      { name: '欧阳虚构', members: 1, amountFen: 0 },
    ],
  },
  {
    kind: 'withdrawalNotice',
    ...caseLetter('withdrawalNotice'),
    submittedOn: '2026-03-09',
    withdrawnOn: '2026-03-16',
  },
  {
    kind: 'terminationNotice',
    ...caseLetter('terminationNotice'),
    submittedOn: '2026-03-09',
    terminatedOn: '2026-03-20',
    reasons: ['两次约定入户调查，家中无人，电话联系后仍不说明原因。'],
    articles: ['《社会救助法》第四十三条'],
  },
  {
    kind: 'hearingRecord',
    ...caseLetter('hearingRecord'),
    intention: '从2026年10月起，把每月 900.00 元减为 600.00 元。',
    reasons: '家庭成员李虚构就业，家庭收入增加。依据《社会救助法》第四十七条。',
    heardOn: null,
    place: null,
    opinion: null,
    officers: [],
  },
  {
    kind: 'adjustmentNotice',
    ...caseLetter('adjustmentNotice'),
    change: 'reduced',
    nobodyLeft: false,
    heardOn: '2026-09-10',
    reasons: ['家庭成员李虚构就业，家庭收入增加。'],
    articles: ['《社会救助法》第四十七条'],
    oldAmountFen: 90_000,
    newAmountFen: 60_000,
    from: '2026-10-01',
    ...formula(),
  },
  {
    kind: 'visitRecord',
    ...caseLetter('visitRecord'),
    address: '虚构路1号2单元3号',
    householdSize: 3,
    visitedOn: '2026-09-10',
    mode: '入户',
    situation: '家中整洁，三人都在家。丈夫按时服药，孩子上学正常。',
    needs: '希望申请残疾人护理补贴。',
    followUp: null,
    visitors: ['赵示例', '钱示例'],
  },
  {
    kind: 'certificationForm',
    ...caseLetter('certificationForm'),
    maskedId: '500107********0011',
    period: '2026年第三季度',
    certifiedOn: '2026-09-10',
    method: '人工核验',
    result: '通过',
    changes: ['李虚构开始在附近做保洁'],
    officers: ['赵示例'],
  },
];

/** The sample of one kind. */
export function sampleOf<K extends DocumentKind>(kind: K): Extract<DocumentData, { kind: K }> {
  const found = sampleDocuments.find(
    (data): data is Extract<DocumentData, { kind: K }> => data.kind === kind,
  );
  if (!found) throw new Error(`no sample of ${kind}`);
  return found;
}

function number(kind: DocumentKind): string {
  const { word } = documentKinds[kind];
  return officialNumber({
    prefix: '九龙坡',
    office: '示例',
    word,
    year: 2026,
    deviceCode: 'K7QM',
    serial: 12,
  });
}

function letterhead(kind: DocumentKind) {
  return {
    officeName: '重庆市九龙坡区示例街道办事处',
    number: number(kind),
    issuedOn: '2026-03-10',
    officePhone: '023-00000000',
  };
}

function caseLetter(kind: DocumentKind) {
  return {
    ...letterhead(kind),
    caseCode: 'JLP-7K3M-260309-0007',
    caseNo: '500107-2026-000123',
    kindTitle,
    addressee: '张示例',
  };
}

function posted(kind: DocumentKind) {
  return {
    ...letterhead(kind),
    villageName: '示例社区',
    startsOn: '2026-03-24',
    endsOn: '2026-03-30',
    entries: [
      { name: '张示例', members: 3, amountFen: 90_000 },
      { name: '欧阳虚构', members: 1, amountFen: null },
      { name: '李示例', members: 2, amountFen: 0 },
    ],
  };
}

function formula() {
  return {
    formula: [
      { label: '家庭每月可计算的收入', amountFen: 135_000 },
      { label: '除以家庭人数', text: '3 人' },
      { label: '人均每月收入', amountFen: 45_000 },
      { label: '保障标准（虚构金额，只供演示）', amountFen: 75_000 },
      { label: '（标准 − 人均）× 人数', amountFen: 90_000 },
    ],
  };
}
