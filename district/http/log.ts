import { pino, type DestinationStream } from 'pino';

/** Diagnostics as one code with numbers and ids; never bodies, addresses, names or messages of errors. */
export interface DistrictLog {
  info(code: string, data?: Record<string, string | number | boolean>): void;
  error(code: string, data: Record<string, string | number | boolean>, cause?: unknown): void;
}

export const silentLog: DistrictLog = { info: () => undefined, error: () => undefined };

export function createPinoLog(destination: DestinationStream): DistrictLog {
  const logger = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  return {
    info: (code, data = {}) => logger.info({ code, ...data }),
    error: (code, data, cause) => logger.error({ code, ...data, ...causeOf(cause) }),
  };
}

/** Name, code and frames: an error's message may quote the row it failed on. */
function causeOf(cause: unknown): Record<string, string> {
  if (!(cause instanceof Error)) return {};
  const frames = (cause.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const code = 'code' in cause && typeof cause.code === 'string' ? { causeCode: cause.code } : {};
  return { cause: cause.name, frames: frames.slice(0, 8).join('|'), ...code };
}
