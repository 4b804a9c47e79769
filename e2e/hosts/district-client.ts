import { createHash, randomUUID } from 'node:crypto';
import { LoginReply } from '../../contract/sync/accounts.ts';
import { FilesStatus, PullReply } from '../../contract/sync/push.ts';
import { applyCaseEvent } from '../../domain/case/apply-event.ts';
import type { CaseState } from '../../domain/case/case-state.ts';
import { caseEventData, type CaseEvent, type CaseEventType } from '../../domain/case/case-events.ts';

export interface DistrictCase {
  caseNo: string;
  events: number;
  state: CaseState;
}

/** A reviewer's own look at the district server, past every station: what it holds is what it answers here. */
export class DistrictClient {
  readonly #url: string;
  readonly #token: string;

  private constructor(url: string, token: string) {
    this.#url = url;
    this.#token = token;
  }

  static async logIn(url: string, username: string, password: string): Promise<DistrictClient> {
    const response = await fetch(`${url}/v1/accounts/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password, deviceId: randomUUID(), deviceName: 'reading back' }),
    });
    if (!response.ok) throw new Error(`the district refused the login: ${response.status}`);
    return new DistrictClient(url, LoginReply.parse(await response.json()).token);
  }

  /** Every case of the area by its code, folded from the events the district gives. */
  async cases(): Promise<Map<string, DistrictCase>> {
    const byStream = new Map<string, { caseNo: string; events: number; state: CaseState | null }>();
    for (let after = 0, more = true; more;) {
      const reply = PullReply.parse(await this.#json(`/v1/sync/pull?after=${String(after)}`));
      for (const { caseNo, event } of reply.events) {
        if (!ofCase(event.type)) continue;
        const known = byStream.get(event.streamId) ?? { caseNo, events: 0, state: null };
        const state = applyCaseEvent(known.state, caseEvent(event.type, event.data));
        byStream.set(event.streamId, { caseNo, events: known.events + 1, state });
      }
      ({ cursor: after, more } = reply);
    }
    const cases = [...byStream.values()].flatMap(({ state, ...rest }) => (state ? [{ ...rest, state }] : []));
    return new Map(cases.map((found) => [found.state.caseCode, found]));
  }

  /** How many of these files the district has; each is fetched and its digest computed. */
  async filesHeld(digests: readonly string[]): Promise<number> {
    const { have } = FilesStatus.parse(await this.#json('/v1/files/have', { digests }));
    for (const digest of have) {
      const response = await this.#fetch(`/v1/files/${digest}`);
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (createHash('sha256').update(bytes).digest('hex') !== digest)
        throw new Error(`the district's file ${digest.slice(0, 12)} is not what its name says`);
    }
    return have.length;
  }

  async #json(path: string, body?: unknown): Promise<unknown> {
    return (await this.#fetch(path, body)).json();
  }

  async #fetch(path: string, body?: unknown): Promise<Response> {
    const response = await fetch(this.#url + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        authorization: `Bearer ${this.#token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`the district answered ${String(response.status)} to ${path}`);
    return response;
  }
}

/** Alerts and tickets are streams of their own beside the cases. */
const ofCase = (type: string): boolean => !type.startsWith('alert.') && !type.startsWith('ticket.');

function caseEvent(type: string, data: unknown): CaseEvent {
  if (!(type in caseEventData)) throw new Error(`the district gave an event of unknown type ${type}`);
  const known = type as CaseEventType;
  return { type: known, data: caseEventData[known].parse(data) } as CaseEvent;
}
