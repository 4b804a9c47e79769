import { randomUUID } from 'node:crypto';
import { linkEvents } from '../../domain/log/chain.ts';
import type { Actor, EventEnvelope } from '../../domain/log/event-envelope.ts';
import type { Walk } from '../../domain/testing/process-walk.ts';

const actor: Actor = {
  accountId: '01900000-0000-7000-8000-00000000ee00',
  role: 'townHead',
  areaCode: '500107001',
};

/** A case walked by the rules, as the events of another station; every call is a case of its own. */
export function envelopesOf({ events }: Walk, sha256Text: (text: string) => string): EventEnvelope[] {
  const streamId = randomUUID();
  const shared = {
    ...{ streamType: 'case' as const, streamId, actor, ruleSetId: 'cq-jlp-2023' },
    ...{ deviceId: '01900000-0000-7000-8000-00000000d009', stationTime: '2025-02-10T02:00:00.000Z' },
  };
  const bodies = events.map(({ type, data }, i) => ({
    ...shared,
    ...{ id: randomUUID(), type, data, counter: i + 1 },
  }));
  return linkEvents(bodies, null, sha256Text);
}
