// Starts long-lived processes and stops every one of them with us, however we end.
import { spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import readline from 'node:readline';

const children = new Set();

/**
 * Starts a process whose stdout speaks JSON lines; its stdin stays open as the sign that we live.
 * `onMessage` gets each line parsed; other lines are shown. Errors go to `logFile` when there is one.
 */
export function startChild({ name, command, args, env, logFile }, onMessage = () => undefined) {
  const child = spawn(command, args, {
    stdio: ['pipe', 'pipe', logFile ? openSync(logFile, 'a') : 'inherit'],
    env: { ...process.env, ...env },
  });
  children.add(child);
  child.on('exit', () => children.delete(child));
  child.on('error', (error) => console.error(`${name}: ${error.message}`));
  readline.createInterface({ input: child.stdout }).on('line', (line) => {
    let message = null;
    try {
      message = JSON.parse(line);
    } catch {
      console.log(line);
    }
    if (message) onMessage(message);
  });
  return child;
}

/** A start that failed for a reason to be told as it stands. */
export class NotStarted extends Error {}

/**
 * Resolves with the first message that `pick` accepts; rejects with `NotStarted` when the process ends or the time is up, in
 * the process's own words (`{event: 'failed', reason}`) when it gave any.
 */
export function startAndWait(options, pick, seconds) {
  return new Promise((resolve, reject) => {
    let reason = `没能启动${options.logFile ? `，原因见 ${options.logFile}` : ''}`;
    const late = setTimeout(
      () => reject(new NotStarted(`${options.name}：${seconds} 秒内没有启动`)),
      seconds * 1000,
    );
    const child = startChild(options, (message) => {
      // A reason nobody foresaw says less than the log does.
      if (message.event === 'failed' && message.code !== 'start.failed') reason = message.reason;
      const picked = pick(message);
      if (picked === undefined) return;
      clearTimeout(late);
      resolve({ child, message: picked });
    });
    // Not 'exit': its last words may still be on their way then.
    child.on('close', () => {
      clearTimeout(late);
      reject(new NotStarted(`${options.name}：${reason}`));
    });
  });
}

/** Asks every child to stop, then makes sure. */
export async function stopAll() {
  const ends = [...children].map(
    (child) =>
      new Promise((resolve) => {
        child.on('exit', resolve);
        child.stdin.end();
        child.kill('SIGTERM');
        setTimeout(() => child.kill('SIGKILL'), 5000).unref();
      }),
  );
  await Promise.all(ends);
}
