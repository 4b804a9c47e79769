import type { SyncSummary } from '../../contract/views.ts';

/** The sync light in words; attention comes before waiting. */
export function syncWords(sync: SyncSummary): { level: 'ok' | 'waiting' | 'attention'; words: string } {
  if (sync.attention > 0) return { level: 'attention', words: `${sync.attention} 项需要处理` };
  if (sync.waiting > 0)
    return {
      level: 'waiting',
      words: sync.online ? `${sync.waiting} 项等待上传` : `断网，${sync.waiting} 项等待上传`,
    };
  return { level: 'ok', words: sync.online ? '已全部上传' : '断网，没有等待上传的' };
}
