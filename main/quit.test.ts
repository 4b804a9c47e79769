import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { preventable } from './fake-electron.ts';
import { closeBeforeQuit } from './quit.ts';

function quitting(
  close: () => Promise<void>,
  boundMs = 8_000,
): { logged: string[]; ask(): boolean; quits(): number } {
  const app = Object.assign(new EventEmitter(), { quits: 0, quit: () => void (app.quits += 1) });
  const logged: string[] = [];
  closeBeforeQuit(
    app as never,
    close,
    (code, data) => logged.push(`${code} ${String(data?.['outcome'])}`),
    boundMs,
  );
  const ask = (): boolean => {
    const event = preventable({});
    app.emit('before-quit', event);
    return event.defaultPrevented;
  };
  return { logged, ask, quits: () => app.quits };
}

test('the first quit waits for the core, the second goes through', async () => {
  let done: () => void = () => undefined;
  let closes = 0;
  const shell = quitting(() => {
    closes += 1;
    return new Promise((resolve) => (done = resolve));
  });
  expect([shell.ask(), shell.ask()]).toEqual([true, true]);
  done();
  await expect.poll(shell.quits).toBe(1);
  expect([shell.ask(), closes, shell.logged]).toEqual([false, 1, []]);
});

test.each([
  ['late', () => new Promise<void>(() => undefined)],
  ['failed', () => Promise.reject(new Error('disk'))],
])('a core that is %s does not hold the program', async (outcome, close) => {
  const shell = quitting(close, 20);
  shell.ask();
  await expect.poll(shell.quits).toBe(1);
  expect(shell.logged).toEqual([`core.notClosed ${outcome}`]);
});
