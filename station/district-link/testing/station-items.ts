import { createHash, randomUUID } from 'node:crypto';
import type { PushItem } from '../../../contract/sync/push.ts';
import type { CaseCommand } from '../../../domain/case/case-commands.ts';
import type { CaseEvent } from '../../../domain/case/case-events.ts';
import { applyCaseEvent } from '../../../domain/case/apply-event.ts';
import type { CaseState } from '../../../domain/case/case-state.ts';
import { decideCase } from '../../../domain/case/decide-case.ts';
import { linkEvents } from '../../../domain/log/chain.ts';
import type { Actor, EventEnvelope } from '../../../domain/log/event-envelope.ts';
import {
  sampleEvidence,
  sampleSectionsBy,
  sampleSubmit,
  testContext,
} from '../../../domain/testing/sample-application.ts';
import type { DistrictLink } from '../../../core/ports/district.ts';
import type { Failure, Result } from '../../../domain/values/result.ts';

const stationTime = '2025-01-24T02:00:00.000Z';
let counter = 0;
export const sha256 = (data: Uint8Array | string): string => createHash('sha256').update(data).digest('hex');

/** Somebody logged in on one device. */
export interface Who {
  actor: Actor;
  deviceId: string;
  token: string;
}

export function decideItem(
  { actor, deviceId }: Who,
  command: CaseCommand,
  stored: EventEnvelope[] = [],
): PushItem {
  const streamId = stored[0]?.streamId ?? randomUUID();
  const state = stored.reduce<CaseState | null>((s, event) => applyCaseEvent(s, event as CaseEvent), null);
  const decided = decideCase(state, command, testContext(actor));
  if (!decided.ok) throw new Error(decided.failure.code);
  const common = {
    streamType: 'case' as const,
    streamId,
    actor,
    deviceId,
    stationTime,
    ruleSetId: 'cq-jlp-2023',
  };
  const loose = decided.value.map(({ type, data }) => ({
    id: randomUUID(),
    type,
    data,
    counter: (counter += 1),
    ...common,
  }));
  const events = linkEvents(loose, stored.at(-1) ?? null, sha256);
  return {
    commandId: randomUUID(),
    streamType: 'case',
    streamId,
    expectedVersion: stored.length,
    command,
    actor,
    stationTime,
    events,
  };
}

let people = 0;

/** A whole application of another person each time; its first page is the given file when there is one. */
export function newCase(who: Who, file?: Uint8Array): PushItem {
  const sections = sampleSectionsBy((people += 1));
  const command = { ...sampleSubmit(sections, sampleEvidence(sections)), draftId: randomUUID() };
  const page = command.documents[0]?.pages[0];
  if (file && page) Object.assign(page, { digest: sha256(file), bytes: file.length });
  return decideItem(who, command);
}

export function valueOf<T>(result: Result<T, Failure>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}

/** Loads the demo accounts and logs two of them in on one device, and the district's reviewer on another. */
export async function demoPeople(
  link: DistrictLink,
): Promise<Record<'clerk' | 'reviewer' | 'district', Who>> {
  const { accounts } = valueOf(await link.loadDemo());
  const deviceId = randomUUID();
  const logIn = async (username: string, device: string): Promise<Who> => {
    const password = accounts.find((account) => account.username === username)?.password ?? '';
    const { account, token } = valueOf(await link.login(username, password, device, '测试设备'));
    const { id: accountId, role, areaCode } = account;
    return { actor: { accountId, role, areaCode }, deviceId: device, token };
  };
  return {
    clerk: await logIn('demo.clerk1', deviceId),
    reviewer: await logIn('demo.reviewer', deviceId),
    district: await logIn('demo.district', randomUUID()),
  };
}
