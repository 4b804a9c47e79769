/** '09:30' in Shanghai. */
export const clockTime = (now: Date): string =>
  now.toLocaleTimeString('zh-CN', {
    timeZone: 'Asia/Shanghai',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
