import { formatChinese } from '../../domain/values/iso-date.ts';
import { stepNames } from '../words/step-names.ts';
import type { FailureTexts } from './failure-texts.ts';

type Codes =
  | 'case.notFound'
  | 'case.exists'
  | 'case.wrongStep'
  | 'case.notYourRole'
  | 'case.notYourArea'
  | 'case.roleExpired'
  | 'case.sameReviewer'
  | 'case.duplicate'
  | 'case.tampered'
  | 'supplement.alreadyIssued'
  | 'supplement.limitPast'
  | 'supplement.limitNotPassed'
  | 'supplement.itemsMissing';

export const caseText: FailureTexts<Codes> = {
  'case.notFound': () => ({ title: '没有找到这件申请。', doNow: '请核对回执上的编号和身份证号后四位。' }),
  'case.exists': () => ({ title: '这件申请已经提交过了。', doNow: '不用再交，请到“办件”里查看。' }),
  'case.wrongStep': ({ step }) => ({
    title: `这件申请现在是“${stepNames[step] ?? step}”，不能做这一步。`,
    doNow: '请刷新后查看最新情况。',
  }),
  'case.notYourRole': () => ({ title: '这一步不由您的岗位办理。', doNow: '请交给负责这一步的同事。' }),
  'case.notYourArea': () => ({ title: '这件申请不在您的镇街。', doNow: '请由户籍或居住地所在的镇街办理。' }),
  'case.roleExpired': ({ until }) => ({
    title: `您的岗位到 ${dayOf(until)} 为止，今天不能办理。`,
    doNow: '请联系管理员延长岗位，或者交给同事办理。',
  }),
  'case.sameReviewer': () => ({ title: '录入的人不能自己审核。', doNow: '请换一位同事审核。' }),
  'case.duplicate': ({ caseCode }) => ({
    title: `这个人已经有一件申请在办，编号 ${caseCode}。`,
    doNow: '请先查看那一件，不用重复提交。',
  }),
  'case.tampered': () => ({
    title: '这件申请的记录对不上，可能被改动过。',
    doNow: '请停止办理，立即报告管理员。',
  }),
  'supplement.alreadyIssued': () => ({ title: '已经发过一次补正通知。', doNow: '确实要再发，请写明理由。' }),
  'supplement.limitPast': ({ limit }) => ({
    title: `补正期限 ${dayOf(limit)} 已经过去。`,
    doNow: '请选今天以后的日子。',
  }),
  'supplement.limitNotPassed': ({ limit }) => ({
    title: `补正期限是 ${dayOf(limit)}，还没有到。`,
    doNow: '请等期限过后再办。',
  }),
  'supplement.itemsMissing': ({ slots }) => ({
    title: `还有 ${slots.length} 样补正材料没有交。`,
    doNow: '请把缺的材料拍好再提交。',
  }),
};

const dayOf = (iso: string): string => (/^\d{4}-\d{2}-\d{2}$/.test(iso) ? formatChinese(iso) : iso);
