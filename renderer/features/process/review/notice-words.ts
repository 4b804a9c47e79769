import type { ProcessView } from '../../../../contract/views/process.ts';
import { formatChinese, isIsoDate } from '../../../../domain/values/iso-date.ts';

type Notice = ProcessView['notices'][number];

/** First and last day of a notice in words; the last day of an earlier one is no longer asked for. */
export function noticeWords(notice: Notice, ends: string | null): string {
  const first = `${formatChinese(notice.postedOn)}贴出`;
  const last =
    ends === null
      ? ''
      : isIsoDate(ends)
        ? `，最后一天 ${formatChinese(ends)}`
        : '，最后一天要等国务院公布放假安排才能算出';
  const down = notice.takenDownOn ? `，${formatChinese(notice.takenDownOn)}揭下` : '，还贴着';
  return first + last + down;
}
