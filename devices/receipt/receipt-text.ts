import type { ReceiptData } from '../../core/ports/devices.ts';
import { formatChinese, shanghaiDate } from '../../domain/values/iso-date.ts';

export const receiptTitle = '重庆市九龙坡区社会救助申请回执';

/** Everything the receipt says, in order; the drawing adds only lines, boxes and the QR code. */
export interface ReceiptText {
  rows: [label: string, value: string][];
  accept: string;
  documentsHeading: string;
  documents: [title: string, pages: string][];
  notes: string[];
  issued: string;
}

/** Plain words for the resident; a date that cannot be computed yet is said so, never guessed. */
export function receiptText(data: ReceiptData): ReceiptText {
  const pages = data.documents.reduce((sum, document) => sum + document.pages, 0);
  return {
    rows: [
      ['区里编号', data.caseNo ?? '上传到区里后才有，请凭上面的编号查进度'],
      ['救助种类', data.kindTitle],
      ['申请人', data.applicantName],
      ['身份证号', data.maskedId],
      ['共同生活的家庭成员', `${data.householdSize} 人（含申请人）`],
      ['提交日期', formatChinese(data.submittedOn)],
      ['受理单位', data.townName],
      ['窗口经办人', data.clerkName],
    ],
    accept: acceptSentence(data),
    documentsHeading: `已收下的材料（${data.documents.length} 项，共 ${pages} 页）`,
    documents: data.documents.map(({ title, pages: count }) => [title, `${count} 页`]),
    notes: [
      '到窗口查询办理进度时，请出示本回执；二维码里只有上面的编号，没有您的个人信息。',
      '材料不齐的，我们会一次性告诉您要补什么。申请救助不收任何费用。',
    ],
    issued: `打印时间：${formatChinese(shanghaiDate(data.issuedAt))} ${shanghaiTime(data.issuedAt)}`,
  };
}

function acceptSentence({ acceptBy, submittedOn }: ReceiptData): string {
  if (acceptBy !== null) return `我们会在 ${formatChinese(acceptBy)} 前告诉您是否受理。`;
  const year =
    submittedOn.slice(5, 7) === '12' ? Number(submittedOn.slice(0, 4)) + 1 : submittedOn.slice(0, 4);
  return `受理期限要等国务院公布 ${year} 年放假安排后才能算出，我们会通知您。`;
}

/** '09:05' in Asia/Shanghai (UTC+8 all year). */
function shanghaiTime(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(11, 16);
}
