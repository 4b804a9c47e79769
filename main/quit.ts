import type { App } from 'electron';
import type { ShellLog } from './shell-log.ts';

/** Longest wait for the core, just beyond its own 15 s; what is committed is on the disk already. */
export const closeBoundMs = 17_000;

/** Holds the first quit back until `close` is done or the bound is over, then quits for good. */
export function closeBeforeQuit(
  app: Pick<App, 'on' | 'quit'>,
  close: () => Promise<void>,
  log: ShellLog,
  boundMs = closeBoundMs,
): void {
  let state: 'open' | 'closing' | 'closed' = 'open';
  app.on('before-quit', (event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    void bounded(close, boundMs)
      .then((outcome) => {
        if (outcome !== 'closed') log('core.notClosed', { outcome });
      })
      .finally(() => {
        state = 'closed';
        app.quit();
      });
  });
}

async function bounded(close: () => Promise<void>, boundMs: number): Promise<'closed' | 'late' | 'failed'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), boundMs);
  });
  const closed = close().then(
    () => 'closed' as const,
    () => 'failed' as const,
  );
  return Promise.race([closed, late]).finally(() => clearTimeout(timer));
}
