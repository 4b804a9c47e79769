import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';

/** A process of ours that speaks JSON lines; `stop` asks, `kill` does not. */
export interface JsonProcess {
  child: ChildProcess;
  /** Resolves with the first message that has this key; rejects when the process ends before. */
  message(key: string): Promise<Record<string, unknown>>;
  stop(): Promise<void>;
  kill(): Promise<void>;
}

const root = new URL('../..', import.meta.url).pathname;

/** Starts a TypeScript entry of the project on this Node. */
export function startJsonProcess(entry: string, env: Record<string, string>): JsonProcess {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', entry], {
    cwd: root,
    // Logs carry codes only; they are shown on demand: NUANCHUANG_SHOW_LOGS=1.
    stdio: ['pipe', 'pipe', process.env['NUANCHUANG_SHOW_LOGS'] ? 'inherit' : 'ignore'],
    env: { ...process.env, ...env },
  });
  const seen: Record<string, unknown>[] = [];
  const waiting = new Set<() => void>();
  const wake = (): void => {
    for (const look of waiting) look();
  };
  createInterface({ input: child.stdout }).on('line', (line) => {
    try {
      seen.push(JSON.parse(line) as Record<string, unknown>);
    } catch {
      seen.push({ text: line });
    }
    wake();
  });
  const ended = new Promise<void>((resolve) =>
    child.once('exit', () => {
      resolve();
      wake();
    }),
  );
  return {
    child,
    message: (key) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = seen.find((m) => key in m);
          if (!found && child.exitCode === null && child.signalCode === null) return;
          waiting.delete(look);
          if (found) resolve(found);
          else reject(new Error(`${entry} ended before it said "${key}"`));
        };
        waiting.add(look);
        look();
      }),
    stop: async () => {
      child.stdin.end();
      child.kill('SIGTERM');
      await ended;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
