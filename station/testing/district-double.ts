import { randomUUID } from 'node:crypto';
import type { SignedCalendar } from '../../domain/calendar/signed-calendar.ts';
import type { LoginReply } from '../../contract/sync/accounts.ts';
import type { PullReply, PushAnswer, PushItem } from '../../contract/sync/push.ts';
import type { Account } from '../../contract/views.ts';
import type { DistrictLink } from '../../core/ports/district.ts';
import { firstPrevDigest } from '../../domain/log/event-envelope.ts';
import { demoAmounts } from '../../domain/rules/shipped.ts';
import { fail, ok, type Result } from '../../domain/values/result.ts';

export const town = '500107001';
const account = (username: string, role: Account['role'], areaCode = town): Account => ({
  id: `01900000-0000-7000-8000-${username.charCodeAt(0).toString(16).padStart(12, '0')}`,
  username,
  displayName: `示例${username}`,
  role,
  areaCode,
  areaName: areaCode === town ? '示例街道' : '示例地区',
});
export const people = {
  clerk: account('clerk', 'windowClerk'),
  other: account('other', 'windowClerk'),
  reviewer: account('reviewer', 'townReviewer'),
  far: account('far', 'windowClerk', '500107002'),
  head: account('head', 'districtHead', '500107'),
};
export const password = '示例口令-仅供测试';

/**
 * A district in the same process, for faults that a real one does not produce on demand: link down, garbage, conflicts. The
 * real server is proved against the real station elsewhere.
 */
export class DistrictDouble implements DistrictLink {
  /** Answers every call with this failure while set. */
  broken: { code: string; data?: Record<string, unknown> } | null = null;
  verifier: LoginReply['verifier'] = { salt: '', hash: '', memoryKiB: 8, iterations: 1, parallelism: 1 };
  /** What a login tells of the district's own configuration. */
  terms: Pick<LoginReply, 'amounts' | 'verifiable'> = { amounts: [demoAmounts], verifiable: [] };
  events: PullReply['events'] = [];
  /** Ids of streams given only to those who ask for confidential ones. */
  readonly confidentialStreams = new Set<string>();
  pushes: PushItem[][] = [];
  readonly stored = new Map<string, Uint8Array>();
  readonly #answers = new Map<string, PushAnswer>();
  /** Answers one pushed command instead of the double. */
  judge: ((item: PushItem) => PushAnswer | null) | null = null;
  /** Fails a push of these items; null lets it through. */
  pushFault: ((items: PushItem[]) => { code: string; data?: Record<string, unknown> } | null) | null = null;
  uploadFault: ((digest: string) => { code: string; data?: Record<string, unknown> } | null) | null = null;

  async status() {
    return this.#reach(() => ({
      version: '0',
      accounts: 5,
      publicKey: '',
      serverTime: new Date().toISOString(),
    }));
  }
  async loadDemo() {
    return this.#reach(() => ({ accounts: [] }));
  }

  async login(username: string, given: string): Promise<Result<LoginReply>> {
    if (this.broken) return { ok: false, failure: this.broken };
    const known = Object.values(people).find((person) => person.username === username);
    if (!known || given !== password) return fail('session.wrongPassword', { attemptsLeft: 4 });
    const tokenExpires = new Date(Date.now() + 30 * 86_400_000).toISOString();
    const colleagues = Object.values(people).filter((person) => person.areaCode === known.areaCode);
    const serverTime = new Date().toISOString();
    const { verifier } = this;
    return ok({
      account: known,
      verifier,
      token: `token-${username}`,
      tokenExpires,
      offlineDays: 45,
      colleagues,
      ...this.terms,
      serverTime,
    });
  }

  async push(_token: string, _deviceId: string, items: PushItem[]) {
    this.pushes.push(items);
    const fault = this.pushFault?.(items);
    if (fault) return { ok: false as const, failure: fault };
    return this.#reach(() => ({
      answers: items.map((item) => this.#answer(item)),
      serverTime: new Date().toISOString(),
    }));
  }

  async pull(_token: string, after: number, confidential = false) {
    const events = this.events.filter(
      ({ sequence, event }) =>
        sequence > after && this.confidentialStreams.has(event.streamId) === confidential,
    );
    const cursor = Math.max(after, ...events.map((entry) => entry.sequence));
    return this.#reach(() => ({ events, cursor, more: false, serverTime: new Date().toISOString() }));
  }

  async filesHave(_token: string, digests: string[]) {
    return this.#reach(() => digests.filter((digest) => this.stored.has(digest)));
  }

  async upload(...[, file, progress]: Parameters<DistrictLink['upload']>): Promise<Result<void>> {
    if (this.broken) return { ok: false, failure: this.broken };
    progress({
      uploadUrl: `upload/${file.digest.slice(0, 8)}`,
      sentBytes: Math.floor(file.bytes.length / 2),
    });
    const fault = this.uploadFault?.(file.digest);
    if (fault) return { ok: false, failure: fault };
    this.stored.set(file.digest, file.bytes);
    return ok(undefined);
  }

  async download(_token: string, digest: string): Promise<Result<Uint8Array>> {
    if (this.broken) return { ok: false, failure: this.broken };
    const bytes = this.stored.get(digest);
    return bytes ? ok(bytes) : fail('page.notFound');
  }

  async pickUp() {
    return this.#reach(() => ({ at: new Date().toISOString(), waiting: [] }));
  }

  async pickUpReport() {
    return this.#reach(() => ({ pickUpsPerDay: 2, towns: [], unpublished: [] }));
  }

  /** Signs nothing: a station asks real districts for their calendar. */
  async calendar(): Promise<Result<SignedCalendar>> {
    return fail('district.unreachable');
  }

  /** Takes events as if another station had sent them. */
  take(item: Pick<PushItem, 'events'>): void {
    for (const event of item.events) {
      this.events.push({ sequence: this.events.length + 1, caseNo: this.caseNo(event.streamId), event });
    }
  }

  caseNo(streamId: string): string {
    return `JLP2026-${streamId.slice(-6)}`;
  }

  #answer(item: PushItem): PushAnswer {
    const judged = this.judge?.(item) ?? this.#answers.get(item.commandId);
    if (judged) return judged;
    const { commandId, streamId, expectedVersion } = item;
    const known = this.events.filter((entry) => entry.event.streamId === streamId);
    const version = Math.max(0, ...known.map((entry) => entry.event.version));
    if (version !== expectedVersion) return { commandId, outcome: 'conflict', serverVersion: version };
    // The real one looks through the whole chain.
    const last = known.find(({ event }) => event.version === version)?.event.digest ?? firstPrevDigest;
    if (item.events[0]?.prevDigest !== last)
      return { commandId, outcome: 'rejected', code: 'sync.chainBroken', data: { version: version + 1 } };
    this.take(item);
    const sequence = this.events.length;
    const answer: PushAnswer = {
      commandId,
      outcome: 'accepted',
      caseNo: this.caseNo(streamId),
      sequence,
      signature: randomUUID(),
    };
    this.#answers.set(commandId, answer);
    return answer;
  }

  #reach<T>(value: () => T): Result<T> {
    return this.broken ? { ok: false, failure: this.broken } : ok(value());
  }
}
