import type { CardFields, IdReader } from '../../core/ports/devices.ts';
import type { Result } from '../../domain/values/result.ts';
import { fail, ok } from '../../domain/values/result.ts';
import { parseVendorCard, VendorStatus } from './vendor-answer.ts';

export interface VendorReaderSettings {
  /** Address of the vendor's service on this machine, e.g. http://127.0.0.1:19196. */
  baseUrl: string;
  /** Bound for one call of the service. */
  callTimeoutMs?: number;
  /** How long a card is waited for. */
  waitForCardMs?: number;
}

const maxAnswerBytes = 8 << 20;
const loopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\]):\d+\/?$/;
const pauseMs = 300;

type Call = { kind: 'answer'; value: unknown } | { kind: 'unreachable' } | { kind: 'garbage' };

/**
 * Client of the loopback service that 华视 installs with its readers: OpenDevice, readcard until a card lies there or
 * the wait is over, CloseDevice. Throws for an address off this machine: a card's content never leaves it this way.
 */
export function createVendorReader(settings: VendorReaderSettings): IdReader {
  if (!loopback.test(settings.baseUrl)) throw new TypeError('the ID reader service must be on this machine');
  const base = settings.baseUrl.replace(/\/$/, '');
  const timeout = settings.callTimeoutMs ?? 5_000;
  const call = (name: string) => callService(`${base}/${name}`, timeout);

  async function read(): Promise<Result<CardFields>> {
    const opened = await call('OpenDevice');
    if (opened.kind === 'unreachable') return fail('idReader.absent');
    const isOpen = flagOf(opened);
    if (isOpen === null) return fail('idReader.badAnswer');
    if (isOpen !== 0) return fail('idReader.absent');
    try {
      return await waitForCard();
    } finally {
      await call('CloseDevice');
    }
  }

  async function waitForCard(): Promise<Result<CardFields>> {
    const until = performance.now() + (settings.waitForCardMs ?? 8_000);
    for (;;) {
      const answer = await call('readcard');
      if (answer.kind === 'unreachable') return fail('idReader.absent');
      const flag = flagOf(answer);
      if (flag === null || answer.kind !== 'answer') return fail('idReader.badAnswer');
      if (flag === 0) {
        const card = parseVendorCard(answer.value);
        return card === null ? fail('idReader.badAnswer') : ok(card);
      }
      if (performance.now() + pauseMs > until) return fail('idReader.noCard');
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }

  async function present(): Promise<boolean> {
    const opened = flagOf(await call('OpenDevice')) === 0;
    if (opened) await call('CloseDevice');
    return opened;
  }

  // One device, one conversation: a look whether it is there must not close it under a reading.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  };
  return { read: () => inTurn(read), present: () => inTurn(present) };
}

function flagOf(call: Call): number | null {
  if (call.kind !== 'answer') return null;
  const parsed = VendorStatus.safeParse(call.value);
  return parsed.success ? parsed.data.resultFlag : null;
}

async function callService(url: string, timeoutMs: number): Promise<Call> {
  let body: string | null;
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
    if (!response.ok) return { kind: 'garbage' };
    body = await boundedText(response);
  } catch {
    return { kind: 'unreachable' };
  }
  try {
    return body === null ? { kind: 'garbage' } : { kind: 'answer', value: JSON.parse(body) as unknown };
  } catch {
    return { kind: 'garbage' };
  }
}

/** The answer as text, null when it is too long; older services write GBK without saying so. */
async function boundedText(response: Response): Promise<string | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next?.value !== undefined; next = await reader?.read()) {
    size += next.value.length;
    if (size > maxAnswerBytes) return null;
    parts.push(next.value);
  }
  const bytes = Buffer.concat(parts);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}
