import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { Source } from '../../domain/matching/sources.ts';
import type { DemoPerson } from './demo-people.ts';
import { readAsked, standardAnswer, taxAnswer, taxError, type AskedBody } from './simulator-answers.ts';
import { callBack } from './simulator-callback.ts';

/** How a source behaves: as it should, or as departments do on bad days. */
export const Behaviour = z.strictObject({
  kind: z.enum([
    'well',
    'slow',
    'error',
    'refuse',
    'garbage',
    'cutOff',
    'wrongPerson',
    'callback',
    'duplicateCallback',
    'never',
  ]),
  /** For so many questions, then well again; left out: until told otherwise. */
  times: z.int().min(1).optional(),
  /** slow: how long it takes. */
  ms: z.int().min(0).max(600_000).default(60_000),
});
export type Behaviour = z.infer<typeof Behaviour>;
const BehaviourOrder = z.strictObject({ source: Source, behaviour: Behaviour });

export interface AskedOnce {
  source: Source;
  body: AskedBody;
  headers: IncomingMessage['headers'];
}
export interface MatchingSimulator {
  /** `http://127.0.0.1:8470`; each source answers at `/<source>`, polls at `/<source>/poll`. */
  url: string;
  behave(source: Source, behaviour: z.input<typeof Behaviour>): void;
  /** Every question so far. */
  asked: readonly AskedOnce[];
  /** Resolves with the statuses that a call back was answered with, once they are there. */
  callbacks(): Promise<number[]>;
  close(): Promise<void>;
}

/** All departments in one real HTTP server, with fictional people only. `tax` speaks a format of its own. */
export async function startMatchingSimulator(options: {
  port?: number;
  people: readonly DemoPerson[];
}): Promise<MatchingSimulator> {
  const behaviours = new Map<Source, Behaviour>();
  const asked: AskedOnce[] = [];
  const later = new Map<string, { source: Source; body: AskedBody }>();
  const calls: Promise<number>[] = [];
  const timers = new Set<NodeJS.Timeout>();

  const behave: MatchingSimulator['behave'] = (source, behaviour) =>
    void behaviours.set(source, Behaviour.parse(behaviour));

  function behaviourNow(source: Source): Behaviour['kind'] | { slow: number } {
    const now = behaviours.get(source) ?? { kind: 'well' as const, ms: 0 };
    if (now.times === 1) behaviours.delete(source);
    else if (now.times) behaviours.set(source, { ...now, times: now.times - 1 });
    return now.kind === 'slow' ? { slow: now.ms } : now.kind;
  }

  function answerText(source: Source, body: AskedBody, idNumber = body.idNumber): string {
    const facts = options.people.find((one) => one.idNumber === body.idNumber)?.facts[source] ?? [];
    const answer = { source, answerId: `${source}-${body.queryId}`, idNumber, facts };
    return JSON.stringify(source === 'tax' ? taxAnswer(answer) : standardAnswer(answer));
  }

  const somebodyElse = (idNumber: string): string =>
    options.people.find((one) => one.idNumber !== idNumber)?.idNumber ?? '';

  const pause = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(() => (timers.delete(timer), resolve()), ms);
      timers.add(timer);
    });

  async function answer(source: Source, body: AskedBody): Promise<[number, string]> {
    const kind = behaviourNow(source);
    if (typeof kind === 'object') await pause(kind.slow);
    switch (typeof kind === 'object' ? 'well' : kind) {
      case 'error':
        return [500, '{"error":"系统繁忙"}'];
      case 'refuse':
        return source === 'tax' ? [200, JSON.stringify(taxError)] : [403, '{"error":"无权查询"}'];
      case 'garbage':
        return [200, '<html>网关超时</html>'];
      case 'cutOff':
        return [200, answerText(source, body).slice(0, -20)];
      case 'wrongPerson':
        return [200, answerText(source, body, somebodyElse(body.idNumber))];
      case 'never':
        return [202, '{}'];
      case 'callback':
      case 'duplicateCallback': {
        const text = answerText(source, body);
        const send = () => callBack(body, text);
        const first = send();
        calls.push(first);
        if (kind === 'duplicateCallback') calls.push(first.then(send));
        return [202, '{}'];
      }
      case 'slow':
      case 'well':
        // Whoever gives a ticket without an address to call back polls.
        if (!body.ticket) return [200, answerText(source, body)];
        later.set(body.ticket, { source, body });
        return [202, JSON.stringify({ ticket: body.ticket })];
    }
  }

  function polled(ticket: string): [number, string] {
    const found = later.get(ticket);
    return found ? [200, answerText(found.source, found.body)] : [202, '{}'];
  }

  async function route(request: IncomingMessage): Promise<[number, string]> {
    const [, first = '', second = ''] = (request.url ?? '').split('/');
    if (request.method !== 'POST') return [405, '{}'];
    const text = await textOf(request);
    if (first === 'simulator' && second === 'behaviour') {
      const order = BehaviourOrder.parse(JSON.parse(text));
      behave(order.source, order.behaviour);
      return [200, '{}'];
    }
    const source = Source.safeParse(first);
    if (!source.success) return [404, '{"error":"没有这个接口"}'];
    if (second === 'poll') return polled(z.object({ ticket: z.string() }).parse(JSON.parse(text)).ticket);
    const body = readAsked(source.data, JSON.parse(text));
    asked.push({ source: source.data, body, headers: request.headers });
    return answer(source.data, body);
  }

  const server = createServer((request, response) => {
    route(request).then(
      ([status, text]) => send(response, status, text),
      () => send(response, 400, '{"error":"看不懂"}'),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ...{ behave, asked },
    callbacks: () => Promise.all(calls),
    close: async () => {
      timers.forEach(clearTimeout);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

function send(response: ServerResponse, status: number, text: string): void {
  if (response.destroyed) return;
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(text);
}
