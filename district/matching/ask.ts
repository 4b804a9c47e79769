import type { CheckPurpose, CheckReason } from '../../domain/matching/check.ts';
import type { SourceConfig } from './config.ts';
import type { RequestField } from './field-map.ts';

/** One question to one source about one person. */
export interface Question {
  queryId: string;
  purpose: CheckPurpose;
  name: string;
  idNumber: string;
  authorizationDigest: string;
  requestedOn: string;
  ticket: string;
  callbackUrl: string | null;
  callbackSecret: string;
}

export type Asked =
  | { kind: 'answer'; text: string }
  /** They will answer later, under this ticket of theirs. */
  | { kind: 'ticket'; ticket: string }
  | {
      kind: 'failed';
      reason: Extract<CheckReason, 'timeout' | 'unreachable' | 'refusedBySource' | 'unreadable'>;
    };

/** An answer about one person is never longer. */
export const MAX_ANSWER = 1024 * 1024;
const failed = (reason: Extract<Asked, { kind: 'failed' }>['reason']): Asked => ({ kind: 'failed', reason });

/** Asks once over HTTP. Never throws; a stop by `stopped` counts as unreachable. */
export const ask = (config: SourceConfig, question: Question, stopped: AbortSignal): Promise<Asked> =>
  post(config, config.url, bodyOf(config, question), stopped, question.ticket);

/** Asks whether an answer is there. */
export const poll = (config: SourceConfig, theirTicket: string, stopped: AbortSignal): Promise<Asked> =>
  post(config, config.pollUrl ?? config.url, { ticket: theirTicket }, stopped, theirTicket);

function bodyOf(config: SourceConfig, question: Question): unknown {
  const { source, fieldMap } = config;
  const { queryId, purpose, name, idNumber, authorizationDigest, requestedOn } = question;
  const { ticket, callbackUrl, callbackSecret } = question;
  const called = config.mode === 'async' && callbackUrl !== null;
  if (fieldMap?.request) {
    const values: Record<RequestField, string> = {
      ...{ queryId, source, purpose, name, idNumber, authorizationDigest, requestedOn, ticket },
      callbackUrl: called ? callbackUrl : '',
      callbackSecret: called ? callbackSecret : '',
    };
    return Object.fromEntries(Object.entries(fieldMap.request).map(([key, field]) => [key, values[field]]));
  }
  return {
    ...{ queryId, source, purpose, requestedOn },
    person: { name, idNumber },
    authorization: { digest: authorizationDigest },
    ...(config.mode === 'async' ? { ticket } : {}),
    ...(called ? { callback: { url: callbackUrl, secret: callbackSecret } } : {}),
  };
}

async function post(
  { auth, timeoutMs, mode }: SourceConfig,
  url: string,
  body: unknown,
  stopped: AbortSignal,
  ticket: string,
): Promise<Asked> {
  const signal = AbortSignal.any([stopped, AbortSignal.timeout(timeoutMs)]);
  try {
    const response = await fetch(url, {
      method: 'POST',
      // What is asked for must not be led elsewhere.
      redirect: 'error',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(auth ? { [auth.header]: auth.value } : {}),
      },
      body: JSON.stringify(body),
      signal,
    });
    const text = await readBounded(response);
    if (text === null) return failed('unreadable');
    return outcomeOf(response.status, text, mode, ticket);
  } catch (error) {
    return failed(error instanceof DOMException && error.name === 'TimeoutError' ? 'timeout' : 'unreachable');
  }
}

function outcomeOf(status: number, text: string, mode: SourceConfig['mode'], ticket: string): Asked {
  if (status === 202 && mode === 'async') return { kind: 'ticket', ticket: theirs(text) ?? ticket };
  if (status === 200) return { kind: 'answer', text };
  if (status >= 500 || status === 408 || status === 429) return failed('unreachable');
  return failed(status >= 400 ? 'refusedBySource' : 'unreadable');
}

/** A ticket of their own, when they give one. */
function theirs(text: string): string | null {
  try {
    const { ticket } = JSON.parse(text) as { ticket?: unknown };
    return typeof ticket === 'string' && /^[\w.~-]{1,200}$/.test(ticket) ? ticket : null;
  } catch {
    return null;
  }
}

/** null when it is longer than any answer may be. */
async function readBounded({ body }: Response): Promise<string | null> {
  if (!body) return '';
  const reader = body.getReader();
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    if ((bytes += next.value.length) > MAX_ANSWER) {
      await reader.cancel();
      return null;
    }
    parts.push(next.value);
  }
  return Buffer.concat(parts).toString('utf8');
}
