import type { OutboxItem } from '../../../contract/views.ts';

export const kindWords: Record<OutboxItem['kind'], string> = { events: '办理记录', file: '材料文件' };

const reasons: Record<string, string> = {
  'page.damaged': '本机存的文件坏了，请重新拍这一页，再报告管理员。',
  'page.tooLarge': '文件太大，区里没有收。请报告管理员。',
  'page.typeMismatch': '文件内容和类型对不上，区里没有收。请报告管理员。',
  'call.malformed': '区里看不懂这条记录。请报告管理员。',
  'case.duplicate': '区里已经有这个人的一件申请。请先查那一件。',
  'case.exists': '区里已经有这一件，不用再传。',
  'case.wrongStep': '区里的办理步骤已经变了，这一步没有办成。请打开办件看最新情况。',
  'case.notYourArea': '这件不在您的镇街，区里没有收。',
  'case.notYourRole': '这一步不由您的岗位办理，区里没有收。',
  'case.sameReviewer': '录入的人不能自己审核，区里没有收。请换一位同事。',
  'session.none': '登录过期了。请重新登录后再试。',
  'district.certificate': '和区里的连接不安全，没有发送。请报告管理员。',
  'sync.versionConflict': '别处先办了这一件。请打开办件看最新情况。',
};

/** Why a record was not taken, and what to do now; a code nobody foresaw goes to the administrator. */
export const outboxReason = (code: string): string =>
  reasons[code] ?? '区里没有收下这一条。请再试一次，还不行就报告管理员。';

/** '1.2 MB'; one decimal from a megabyte on. */
export function sizeWords(bytes: number): string {
  if (bytes >= 1_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return bytes >= 1000 ? `${Math.round(bytes / 1000)} KB` : `${bytes} 字节`;
}
