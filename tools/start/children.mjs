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

/** Resolves with the first message that `pick` accepts; rejects when the process ends or the time is up. */
export function startAndWait(options, pick, seconds) {
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error(`${options.name}：${seconds} 秒内没有启动`)),
      seconds * 1000,
    );
    const child = startChild(options, (message) => {
      const picked = pick(message);
      if (picked === undefined) return;
      clearTimeout(late);
      resolve({ child, message: picked });
    });
    child.on('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`${options.name} 已退出（${code}）`));
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
