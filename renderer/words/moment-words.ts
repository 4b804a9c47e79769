/** '3月10日 10:32' in Shanghai. */
export function momentWords(instant: string): string {
  return new Date(instant).toLocaleString('zh-CN', {
    timeZone: 'Asia/Shanghai',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
}
