/** Codes and plain values only: no name, number or text of a person ever goes in. */
export type ShellLog = (code: string, data?: Record<string, string | number | boolean>) => void;

/** One JSON line a happening, on standard error, where the system's journal finds it. */
export const stderrLog: ShellLog = (code, data = {}) => {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), part: 'shell', code, ...data })}\n`);
};
