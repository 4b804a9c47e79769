import type { OutboxItem } from '../../../contract/views.ts';
import { parseFailure } from '../../../contract/failures.ts';
import { failureText } from '../../failure-text.ts';
import { refusalReasons } from './refusal-reasons.ts';

export const kindWords: Record<OutboxItem['kind'], string> = { events: '办理记录', file: '材料文件' };

/** What keeps a record waiting that is not about the record itself. */
const linkReasons: Record<string, string> = {
  'session.none': '登录过期了。请重新登录后再试。',
  'district.certificate': '和区里的连接不安全，没有发送。请报告管理员。',
  'district.answeredBadly': '区里的服务器没有收下这一条，也没有说明原因。请再试一次，还不行就报告管理员。',
};

/** Why a record was not taken, and what to do now; a code nobody foresaw goes to the administrator. */
export const outboxReason = (code: string): string =>
  refusalReasons[code] ??
  linkReasons[code] ??
  saidElsewhere(code) ??
  '区里没有收下这一条。请再试一次，还不行就报告管理员。';

/** A rule's refusal that needs no data has its sentence already. */
function saidElsewhere(code: string): string | null {
  const failure = parseFailure({ code, data: {} });
  if (!failure) return null;
  const { title, doNow } = failureText(failure);
  return `${title}${doNow}`;
}

/** '1.2 MB'; one decimal from a megabyte on. */
export function sizeWords(bytes: number): string {
  if (bytes >= 1_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return bytes >= 1000 ? `${Math.round(bytes / 1000)} KB` : `${bytes} 字节`;
}
