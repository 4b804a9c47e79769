import http from 'node:http';
import https from 'node:https';
import { fail, ok, type Result } from '../../domain/values/result.ts';

export interface LinkOptions {
  /** `https://district.example`, or `http://` to this machine only. */
  baseUrl: string;
  /** Without a byte either way for so long, a call is given up. */
  timeoutMs?: number;
  /** PEM of an own certificate authority, trusted instead of the public ones. */
  ca?: string;
}

export interface Transport {
  base: string;
  timeoutMs: number;
  agent: http.Agent;
  /** Why nothing may be sent at all, or null. */
  barred: Result<never> | null;
}

export interface Call {
  method: 'GET' | 'POST';
  path: string;
  token?: string;
  json?: unknown;
  /** Never sent twice, not even over a connection that turned out to be closed. */
  once?: boolean;
}
export interface Answer {
  status: number;
  body: Buffer;
}

const MAX_ANSWER = 80 * 1024 * 1024;
/** A drip of bytes keeps a connection from being idle; a call ends all the same. */
const TOTAL_FACTOR = 8;
const certificateCodes =
  /CERT|SELF_SIGNED|UNABLE_TO_(VERIFY|GET_ISSUER)|ERR_TLS|HOSTNAME_MISMATCH|WRONG_VERSION_NUMBER|ERR_SSL/;

export function createTransport({ baseUrl, timeoutMs = 30_000, ca }: LinkOptions): Transport {
  const url = new URL(baseUrl);
  const secure = url.protocol === 'https:';
  const here = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(url.hostname);
  const agent = secure
    ? new https.Agent({ keepAlive: true, minVersion: 'TLSv1.2', ...(ca ? { ca } : {}) })
    : new http.Agent({ keepAlive: true });
  const allowed = secure || (url.protocol === 'http:' && here);
  return { base: url.origin, timeoutMs, agent, barred: allowed ? null : fail('district.certificate') };
}

/** One call; the answer as it came, whatever its status. */
export async function send(transport: Transport, call: Call): Promise<Result<Answer>> {
  if (transport.barred) return transport.barred;
  try {
    return ok(await exchange(transport, call));
  } catch (error) {
    const retry = error instanceof StaleConnection && !call.once;
    if (!retry) return failureOf(error);
  }
  return exchange(transport, call).then(ok, failureOf);
}

/** What a broken exchange means to the station. */
export function failureOf(error: unknown): Result<never> {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return fail(certificateCodes.test(code) ? 'district.certificate' : 'district.unreachable');
}

/** The server had closed a kept connection before it read the call. */
class StaleConnection extends Error {}

function exchange({ base, timeoutMs, agent }: Transport, call: Call): Promise<Answer> {
  const body = call.json === undefined ? null : Buffer.from(JSON.stringify(call.json));
  const headers: http.OutgoingHttpHeaders = {
    accept: 'application/json',
    ...(call.token === undefined ? {} : { authorization: `Bearer ${call.token}` }),
    ...(body ? { 'content-type': 'application/json', 'content-length': body.length } : {}),
  };
  const url = new URL(call.path, base);
  const request = url.protocol === 'https:' ? https.request : http.request;
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(timeoutMs * TOTAL_FACTOR);
    const sent = request(url, { method: call.method, agent, headers, timeout: timeoutMs, signal });
    sent.on('timeout', () => sent.destroy(new Error('idle for too long')));
    sent.on('error', (error: NodeJS.ErrnoException) => {
      reject(sent.reusedSocket && error.code === 'ECONNRESET' ? new StaleConnection() : error);
    });
    sent.on('response', (response) => void collect(response).then(resolve, reject));
    sent.end(body ?? undefined);
  });
}

async function collect(response: http.IncomingMessage): Promise<Answer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_ANSWER) throw new Error('answer too large');
    chunks.push(chunk);
  }
  return { status: response.statusCode ?? 0, body: Buffer.concat(chunks) };
}
