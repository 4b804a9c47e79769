import type { FailureTexts } from './failure-texts.ts';

type Codes =
  | 'draft.notFound'
  | 'draft.notYours'
  | 'draft.stale'
  | 'draft.submitted'
  | 'draft.incomplete'
  | 'consent.needed'
  | 'consent.notFound'
  | 'signature.notAMember'
  | 'signature.guardianNeeded'
  | 'signature.empty'
  | 'certification.twoFailures'
  | 'certification.noPhoto'
  | 'certification.badTemplate'
  | 'certification.unknownModel'
  | 'submit.membersInvalid'
  | 'submit.signatureMissing'
  | 'submit.materialMissing'
  | 'submit.certificationMissing'
  | 'submit.consentMismatch'
  | 'submit.arithmeticDiffers'
  | 'amounts.noneInForce';

export const draftText: FailureTexts<Codes> = {
  'draft.notFound': () => ({ title: '找不到这份申请草稿。', doNow: '它可能已被删除，请回首页看看。' }),
  'draft.notYours': () => ({ title: '这份草稿是同事建的。', doNow: '请由建草稿的同事继续办理。' }),
  'draft.stale': () => ({ title: '这份草稿在别处改过。', doNow: '已载入最新内容，请看一下再继续。' }),
  'draft.submitted': () => ({ title: '这份申请已经提交，不能再改。', doNow: '要改的内容请在补正时补充。' }),
  'draft.incomplete': ({ missing }) => ({
    title: `还有 ${missing.length} 处没有填好，没有提交。`,
    doNow: '请按左边清单里“缺项”的提示补上。',
  }),
  'consent.needed': () => ({
    title: '还没有同意人脸核验。',
    doNow: '请先征得本人同意；不同意就用人工核验。',
  }),
  'consent.notFound': () => ({ title: '没有找到人脸核验的同意记录。', doNow: '不需要撤回，可以继续。' }),
  'signature.notAMember': () => ({
    title: '签字的人不在家庭成员里。',
    doNow: '请先在“家庭成员”里加上这个人。',
  }),
  'signature.guardianNeeded': () => ({
    title: '这位成员需要监护人代签。',
    doNow: '请在“家庭成员”里选好监护人，由监护人签字。',
  }),
  'signature.empty': () => ({ title: '签字板上还没有字。', doNow: '请写好名字后再点确认。' }),
  'certification.twoFailures': () => ({
    title: '人脸核验已经两次没有通过。',
    doNow: '请改用人工核验，由工作人员确认。',
  }),
  'certification.noPhoto': () => ({
    title: '没有身份证照片可以比对。',
    doNow: '请先读身份证，或者改用人工核验。',
  }),
  'certification.badTemplate': () => ({
    title: '这次拍到的人脸不能用来比对。',
    doNow: '请对着光重新拍一次。',
  }),
  'certification.unknownModel': () => ({
    title: '人脸核验的程序和设置不一致。',
    doNow: '请改用人工核验，并告诉管理员。',
  }),
  'submit.membersInvalid': ({ missing }) => ({
    title: `家庭成员的资料有 ${missing.length} 处不对，没有提交。`,
    doNow: '请回到“家庭成员”检查。',
  }),
  'submit.signatureMissing': ({ memberIds }) => ({
    title: `还有 ${memberIds.length} 位成员没有签字。`,
    doNow: '请到“授权签字”补签。',
  }),
  'submit.materialMissing': ({ slots }) => ({
    title: `还缺 ${slots.length} 样材料。`,
    doNow: '请到“材料”补拍。',
  }),
  'submit.certificationMissing': () => ({ title: '还没有核验本人。', doNow: '请完成人脸核验或人工核验。' }),
  'submit.consentMismatch': () => ({
    title: '人脸核验和同意记录对不上。',
    doNow: '请重新征求同意，或者改用人工核验。',
  }),
  'submit.arithmeticDiffers': () => ({
    title: '收入的计算结果和复核结果不一样。',
    doNow: '请打开“收入”核对一遍再提交。',
  }),
  'amounts.noneInForce': ({ day }) => ({
    title: `这台电脑上没有 ${day} 的低保标准，算不出收入。`,
    doNow: '已填的内容都在。请联网重新登录一次；还不行，请告诉管理员。',
  }),
};
